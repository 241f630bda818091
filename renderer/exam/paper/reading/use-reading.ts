import { useEffect, useState } from 'react';

/** Sizes of the text one reads and writes, in percent of 16 px. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export interface Reading {
  size: TextSize;
  highContrast: boolean;
}

export interface ReadingChoice extends Reading {
  /** One size larger or smaller; stays at either end. */
  zoom(step: 1 | -1): void;
  setHighContrast(on: boolean): void;
}

const STORED = 'yunkao.reading';
const USUAL: Reading = { size: 125, highContrast: false };

/** What an earlier session left; anything unreadable counts as nothing. */
export function storedReading(stored: string | null): Reading {
  const [size, contrast] = (stored ?? '').split(' ');
  const known = TEXT_SIZES.find((one) => String(one) === size);
  return known ? { size: known, highContrast: contrast === 'high' } : USUAL;
}

/** How the candidate wants to read, kept for the next session. */
export function useReading(): ReadingChoice {
  const [reading, setReading] = useState(() => storedReading(localStorage.getItem(STORED)));
  useEffect(() => {
    localStorage.setItem(STORED, `${reading.size} ${reading.highContrast ? 'high' : 'usual'}`);
    const root = document.documentElement;
    root.dataset.contrast = reading.highContrast ? 'high' : 'usual';
    // The other screens have their usual look again.
    return () => void delete root.dataset.contrast;
  }, [reading]);
  return {
    ...reading,
    zoom(step) {
      const size = TEXT_SIZES[TEXT_SIZES.indexOf(reading.size) + step];
      if (size) setReading({ ...reading, size });
    },
    setHighContrast: (highContrast) => setReading({ ...reading, highContrast }),
  };
}
