import { useState } from 'react';

const STORED = 'yunkao.font-size';

/** 0 small, 1 middle, 2 large; kept for the next session. */
export function useFontSize(): [number, (size: number) => void] {
  const [size, setSize] = useState(() => {
    const stored = Number(localStorage.getItem(STORED) ?? 1);
    return [0, 1, 2].includes(stored) ? stored : 1;
  });
  return [
    size,
    (next) => {
      localStorage.setItem(STORED, String(next));
      setSize(next);
    },
  ];
}
