/** Files and folders, relative to the project, whose change makes the bundle stale. */
export const BUNDLE_SOURCES = [
  ...['electron', 'renderer', 'shared', 'server', 'assets/models', 'assets/prohibited-programs.json', 'build/bundle'],
  ...['build/bundle.ts', 'package.json', 'package-lock.json', 'tsconfig.json'],
] as const;
