/**
 * The first thing every command runs, before anything is installed: plain JavaScript and Node's own modules only.
 * Usage: node build/setup.mjs COMMAND.ts [ARGUMENTS]. Checks Node, installs the dependencies when they are not what
 * package-lock.json says, then hands over to the command with its arguments, its signals and its exit code.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function fail(zh, en) {
  console.error(`\n${zh}\n${en}\n`);
  process.exit(1);
}

/** The packages a lock file lists: path -> integrity or version. */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages;
}

/**
 * True when node_modules holds what package-lock.json asks for. npm writes what it installed into a lock file of its
 * own, last of all, so an interrupted install counts as none. Optional packages may be for another platform.
 */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

/** npm itself: the one that started us when there is one (Windows starts no .cmd file without a shell). */
function runNpm(args) {
  const script = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  if (script && /npm-cli[.]c?js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function install() {
  console.log('正在安装依赖  ·  Installing dependencies');
  const { status } = runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0) return;
  fail(
    '依赖安装失败。请检查网络或 npm 镜像设置（npm config set registry 镜像地址）后重试。',
    'Dependencies could not be installed. Check the network or the npm mirror (npm config set registry URL), then retry.',
  );
}

/** Runs the command until it ends; signals are passed on, so that stopping us stops it and what it started. */
function handOver(command, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', command, ...args], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}

const [command, ...args] = process.argv.slice(2);
const node = Number(process.versions.node.split('.')[0]);
if (node < OLDEST_NODE) {
  fail(
    `需要 Node.js ${OLDEST_NODE} 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装后重试。`,
    `Node.js ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}. Install it from https://nodejs.org and retry.`,
  );
}
if (!isInstalled()) install();
handOver(command, args);
