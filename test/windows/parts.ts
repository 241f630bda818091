/** What is tried, each by itself, in this order. */
export const WINDOWS_PARTS = [
  'desktops',
  'keyboard',
  'programs',
  'windows',
  'restore',
  'environment',
  'installer',
] as const;

export type WindowsPart = (typeof WINDOWS_PARTS)[number];
