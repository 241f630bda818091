import { expect, it } from 'vitest';
import { wordCount } from './word-count.ts';

it.each([
  ['', 0],
  ['   \n', 0],
  ['劳动合同法', 5],
  ['《劳动合同法》第38条：可以解除。', 12],
  ['KPI 考核', 3],
  ['KPI考核2次', 5],
  ["don't stop", 2],
  ['12,000.50 元', 2],
  ['，。！？、', 0],
  ['𠮷野家', 3],
])('counts %j as %i', (text, count) => {
  expect(wordCount(text)).toBe(count);
});
