import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { prepare } from './prepare.ts';
import { projectPath } from './project.ts';
import { npmCommand } from './run.ts';
import { ensureChromium } from './runtimes/chromium.ts';
import { findPostgres } from './runtimes/postgres.ts';
import { findRedis } from './runtimes/redis.ts';
import { findWine } from './runtimes/wine.ts';
import { say, tellFailure } from './terminal.ts';
import {
  closingLine,
  countTests,
  type FileResult,
  failedFiles,
  VitestReportSchema,
  withRunAgain,
} from './test/test-counts.ts';
import { withDisplay } from './test/with-display.ts';

const VITEST = [process.execPath, projectPath('node_modules/vitest/vitest.mjs')];

/** Runs a program with its output shown, at once or when it has ended; true when it ends well. */
async function succeeds(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = {},
  shown: 'at once' | 'at the end' = 'at once',
): Promise<boolean> {
  const output = shown === 'at once' ? 'inherit' : 'pipe';
  const child = spawn(program, args, {
    stdio: ['inherit', output, output],
    env: { ...process.env, ...env },
    cwd: projectPath(),
  });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
  const [code] = await once(child, 'close');
  process.stdout.write(Buffer.concat(parts));
  return code === 0;
}

interface TestRun {
  files: FileResult[];
  ok: boolean;
}

/** A vitest project, run under `command`; a run that leaves no report failed before it could test anything. */
async function runProject(
  project: string,
  command: readonly string[],
  ...how: [env?: NodeJS.ProcessEnv, shown?: 'at once' | 'at the end']
): Promise<TestRun> {
  const report = projectPath('.cache/test-results', `${project}.json`);
  await rm(report, { force: true });
  const ok = await succeeds(
    [...command, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...how,
  );
  const text = await readFile(report, 'utf8').catch(() => null);
  if (text === null) return { files: [{ name: project, status: 'failed', assertionResults: [] }], ok: false };
  return { files: VitestReportSchema.parse(JSON.parse(text)).testResults, ok };
}

const vitestCommand = (project: string, ...only: string[]): string[] => [
  ...VITEST,
  'run',
  '--project',
  project,
  ...only,
];

/** All wait for real time more than they work: side by side, each on a display of its own. */
const LANES = ['shell', 'browser'] as const;

/** More files than this do not fail because the computer was busy. */
const RUN_AGAIN = 3;

/**
 * Two lanes of browsers and windows on two cores are at times too slow for what a file says of time. What failed beside the
 * other lane is run once more alone, and named; what fails alone has failed.
 */
async function runAgainAlone(project: string, first: TestRun, env: NodeJS.ProcessEnv): Promise<TestRun> {
  const failed = failedFiles(first.files);
  if (first.ok || failed.length === 0 || failed.length > RUN_AGAIN) return first;
  say(`再单独测一次：${failed.join('、')}`, `Once more, alone: ${failed.join(', ')}`);
  const again = await runProject(project, withDisplay(vitestCommand(project, ...failed)) ?? [], env);
  const files = withRunAgain(first.files, again.files);
  // A lane that left no report has not been run again by a part of it that went well.
  return { files, ok: again.ok && failedFiles(files).length === 0 };
}

async function runEndToEnd(): Promise<TestRun[]> {
  say('端到端测试', 'End-to-end tests');
  const commands = LANES.map((project) => withDisplay(vitestCommand(project)));
  if (commands.includes(null)) {
    say('没有显示器，也没有 Xvfb：跳过端到端测试', 'No display and no Xvfb: the end-to-end tests are skipped');
    return [];
  }
  const env = { CHROMIUM_PATH: await ensureChromium() };
  const first = await Promise.all(
    LANES.map((project, at) => runProject(project, commands[at] ?? [], env, at === 0 ? 'at once' : 'at the end')),
  );
  const runs: TestRun[] = [];
  for (const [at, run] of first.entries()) runs.push(await runAgainAlone(LANES[at] ?? '', run, env));
  return runs;
}

/** What decides about entries, attempts and turns; the whole contract: `npx vitest run --project postgres`. */
const ON_POSTGRES = ['server/sql', 'test/postgres', 'contract/server/answers.test', 'contract/server/sign-in.test'];

/** Where it must not be left out, `YUNKAO_POSTGRES=required` says so. */
async function runOnPostgres(): Promise<TestRun[]> {
  say('契约测试（PostgreSQL）', 'Contract tests on PostgreSQL');
  if (!findRedis()) {
    say(
      '本机没有 Redis：跳过多进程的测试',
      'No Redis on this computer: the tests of several processes are skipped (YUNKAO_REDIS=required refuses that)',
    );
  }
  if (findPostgres() || process.env.YUNKAO_POSTGRES === 'required')
    return [await runProject('postgres', [...vitestCommand('postgres'), ...ON_POSTGRES])];
  say(
    '本机没有 PostgreSQL 15：跳过它的契约测试（已在 SQLite 上测过）',
    'No PostgreSQL 15 on this computer: the contract tests on it are skipped (they ran on SQLite)',
  );
  return [];
}

/** What needs no keyboard and no exact time; all of it: `npm run windows`. Beside other tests, which it does not touch. */
const UNDER_WINE = 'desktops,restore';

/** The Windows measures, where Wine is; otherwise it is said that they were not run. */
async function runUnderWine(): Promise<TestRun[]> {
  if (!findWine()) {
    say(
      '没有 Wine：Windows 措施未经检验（npm run windows）',
      'Windows measures: NOT RUN, no Wine here (npm run windows)',
    );
    return [];
  }
  const main = ['--import', 'tsx', projectPath('test/windows/main.ts')];
  const ok = await succeeds([process.execPath, ...main, '--only', UNDER_WINE], {}, 'at the end');
  const status = ok ? 'passed' : 'failed';
  return [{ files: [{ name: main.join(' '), status, assertionResults: [{ status }] }], ok }];
}

async function test(): Promise<boolean> {
  const runs: TestRun[] = [];
  let ok = true;
  try {
    await prepare();
    say('静态检查', 'Static checks');
    // Types and the rest side by side: each works on one core.
    const checks = ['check:types', 'check:shape'].map((script) => succeeds(npmCommand(['run', '--silent', script])));
    ok = (await Promise.all(checks)).every(Boolean);
    say(ok ? '静态检查通过' : '静态检查未通过', ok ? 'Static checks passed' : 'Static checks FAILED');
    say('单元与契约测试', 'Unit and contract tests');
    const [unit, windows] = await Promise.all([runProject('unit', vitestCommand('unit')), runUnderWine()]);
    runs.push(unit, ...windows);
    runs.push(...(await runOnPostgres()));
    runs.push(...(await runEndToEnd()));
  } catch (failure) {
    ok = false;
    tellFailure(failure);
  }
  console.log(closingLine(runs.map(({ files }) => countTests(files))));
  return ok && runs.every((run) => run.ok);
}

if (!(await test())) process.exitCode = 1;
