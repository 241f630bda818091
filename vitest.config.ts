import { defineConfig } from 'vitest/config';

/**
 * The real parts want a display, a browser and time: one file of each kind at once, for two cores. How soon something is told is
 * a figure (`npm run attack`, `bench`), not a test that fails on a busy machine.
 */
const REAL_PARTS = {
  environment: 'node',
  fileParallelism: false,
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 10_000 } },
} as const;

/**
 * `unit` (beside the code, and the contract) needs nothing but Node; `postgres` is the contract once more, on a PostgreSQL
 * server that it starts. The others start a real server with real browsers or the real shell, and are run side by side: all exam
 * windows are in `shell`, because each looks for prohibited programs on the whole computer, and one of its tests starts some. A
 * third beside them saves a tenth of the time and makes every window three times as slow.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Most of them wait for a server or a disk: one worker a core would leave a machine of two half idle.
          maxWorkers: 2,
          // Loading the code anew for each file costs as much as testing it; no file leaves anything behind in a module.
          isolate: false,
          // Whoever hangs is told apart from whoever is slow on a busy machine.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['{shared,server,electron,renderer,build}/**/*.test.{ts,tsx}', 'test/{contract,bench}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'postgres',
          environment: 'node',
          maxWorkers: 2,
          // Each file takes its own databases: the server's code may be loaded once a worker.
          isolate: false,
          include: ['server/sql/**/*.test.ts', 'test/contract/server/**/*.test.ts', 'test/postgres/**/*.test.ts'],
          // It starts servers as processes, with files.
          exclude: ['test/contract/server/process.test.ts'],
          globalSetup: ['test/postgres/global-setup.ts'],
          setupFiles: ['test/postgres/engine-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      { test: { name: 'browser', include: ['test/e2e/browser/*.test.ts', 'test/fault/**/*.test.ts'], ...REAL_PARTS } },
      { test: { name: 'shell', include: ['test/e2e/*.test.ts'], ...REAL_PARTS } },
    ],
  },
});
