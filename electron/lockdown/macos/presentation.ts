/** Bits of NSApplicationPresentationOptions that a locked exam has, by what stays open without each. */
const HELD: readonly { open: string; anyOf: number }[] = [
  { open: 'Dock', anyOf: (1 << 0) | (1 << 1) },
  { open: 'menu bar', anyOf: (1 << 2) | (1 << 3) },
  { open: 'Apple menu', anyOf: 1 << 4 },
  { open: 'process switching', anyOf: 1 << 5 },
  { open: 'force quit', anyOf: 1 << 6 },
  { open: 'session termination', anyOf: 1 << 7 },
  { open: 'hiding', anyOf: 1 << 8 },
];

/** What these options leave open that a locked exam must not. Hidden until the pointer is there is hidden, too. */
export const leftOpen = (options: number): string[] =>
  HELD.filter(({ anyOf }) => (options & anyOf) === 0).map(({ open }) => open);
