import type { BuildOptions, Plugin } from 'esbuild';
import { projectPath } from '../project.ts';

/** One thing esbuild makes: the entry file and where its output goes, both relative to the project. */
export interface BundleTarget {
  entry: string;
  output: string;
  options: BuildOptions;
}

/** simple-peer's own browser build: it carries the Node streams that a browser lacks. */
const simplePeerForBrowsers: Plugin = {
  name: 'simple-peer-for-browsers',
  setup(build) {
    build.onResolve({ filter: /^simple-peer$/ }, () => ({
      path: projectPath('node_modules/simple-peer/simplepeer.min.js'),
    }));
  },
};

/**
 * simple-peer's browser build is 98 kB, most of it Node's streams, for data that nobody here sends. The phone, on a mobile
 * line, takes the package's own source with four small parts in their place.
 */
const smallSimplePeer: Plugin = {
  name: 'small-simple-peer',
  setup(build) {
    build.onResolve({ filter: /^simple-peer\/simplepeer\.min\.js$/ }, () => ({
      path: projectPath('node_modules/simple-peer/index.js'),
    }));
    build.onResolve({ filter: /^(?:readable-stream|debug|randombytes|buffer)$/ }, ({ path, importer }) =>
      /[\\/]simple-peer[\\/]index\.js$/.test(importer)
        ? { path: projectPath('build/bundle/peer-parts', `${path}.cjs`) }
        : null,
    );
  },
};

/** Code for a page: one classic script, so that it also runs where modules came late. */
function page(target: string[]): BuildOptions {
  return {
    platform: 'browser',
    format: 'iife',
    target,
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.svg': 'dataurl' },
    plugins: [simplePeerForBrowsers],
  };
}

/**
 * Electron 22 runs Node 16 and takes no ESM: the main process, its threads and the preload are one CJS file each. koffi
 * is native and loaded on Windows only.
 */
const shell: BuildOptions = { platform: 'node', format: 'cjs', target: 'node16', external: ['electron', 'koffi'] };

/** Electron 22's engine. */
const exam = page(['chrome108']);

/**
 * The lower bound of the pages for candidates' phones. iOS 11 Safari lacks `globalThis`, which libraries take for granted. It has destructuring,
 * but fails a corner of it, so esbuild calls it unsupported and, unable to rewrite it, would refuse the libraries.
 */
const phone: BuildOptions = {
  ...page(['chrome80', 'ios11']),
  plugins: [smallSimplePeer],
  // The page says that it is UTF-8; escaped, each Chinese character would take six bytes.
  charset: 'utf8',
  supported: { destructuring: true },
  banner: { js: 'if(typeof globalThis==="undefined"){self.globalThis=self}' },
};

const server: BuildOptions = { platform: 'node', format: 'esm', target: 'node20', packages: 'external' };
/** A current browser at a desk. */
const desk = page(['chrome110', 'safari16']);

export const bundleTargets: BundleTarget[] = [
  { entry: 'electron/main.ts', output: 'dist/electron/main.cjs', options: shell },
  {
    entry: 'electron/lockdown/windows/key-hook-thread.ts',
    output: 'dist/electron/key-hook-thread.cjs',
    options: shell,
  },
  { entry: 'electron/preload/preload.ts', output: 'dist/electron/preload.cjs', options: shell },
  { entry: 'renderer/exam/main.tsx', output: 'dist/exam/exam.js', options: exam },
  { entry: 'renderer/analyzers/face-worker.ts', output: 'dist/exam/face-worker.js', options: exam },
  { entry: 'renderer/analyzers/object-worker.ts', output: 'dist/exam/object-worker.js', options: exam },
  { entry: 'renderer/phone/main.ts', output: 'dist/phone/phone.js', options: phone },
  { entry: 'renderer/results/main.ts', output: 'dist/results/results.js', options: phone },
  { entry: 'renderer/console/main.tsx', output: 'dist/console/console.js', options: desk },
  { entry: 'renderer/analyzers/face-worker.ts', output: 'dist/console/face-worker.js', options: desk },
  {
    entry: 'server/main.ts',
    output: 'dist/server/main.js',
    options: server,
  },
  { entry: 'server/backup/backup-main.ts', output: 'dist/server/backup.js', options: server },
  { entry: 'server/backup/restore-main.ts', output: 'dist/server/restore.js', options: server },
  { entry: 'server/export/export-main.ts', output: 'dist/server/export.js', options: server },
  { entry: 'server/export/verify-main.ts', output: 'dist/server/verify-export.js', options: server },
  { entry: 'server/submitted-files/pdf-pages-worker.mjs', output: 'dist/server/pdf-pages-worker.mjs', options: server },
];
