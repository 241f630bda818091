import { defineConfig } from 'vitest/config';

/** The real parts want a display, a browser and time: one file of each kind at once, for two cores. */
const REAL_PARTS = { environment: 'node', fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } as const;

/**
 * `unit` (beside the code, and the contract) needs nothing but Node; `postgres` is the contract once more, on a PostgreSQL
 * server that it starts; `browser` starts a real server and real browsers; `shell` starts the real exam window, which owns
 * its display.
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
          include: ['{shared,server,electron,renderer,build}/**/*.test.{ts,tsx}', 'test/contract/**/*.test.ts'],
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
