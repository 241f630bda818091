import { defineConfig } from 'vitest/config';

/**
 * Two projects: `unit` (beside the code, and the contract) needs nothing but Node; `e2e` starts the real parts, which
 * want a display, a browser and time, and share two cores: one file at once.
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
          name: 'e2e',
          environment: 'node',
          include: ['test/{e2e,fault}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
