import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storedReading } from './use-reading.ts';
import { WATERMARK_GREY, WATERMARK_OPACITY } from './watermark-tile.ts';

describe('what an earlier session left', () => {
  it('is read, and anything else counts as nothing', () => {
    expect(storedReading('200 high')).toEqual({ size: 200, highContrast: true });
    expect(storedReading('100 usual')).toEqual({ size: 100, highContrast: false });
    for (const stored of [null, '', '1', '9000 high', 'NaN']) {
      expect(storedReading(stored)).toEqual({ size: 125, highContrast: false });
    }
  });
});

type Colour = [number, number, number];
const tokensFile = readFileSync(new URL('../../../ui/tokens.css', import.meta.url), 'utf8');

/** The colours of the rule with this selector. */
function coloursOf(selector: string): Record<string, Colour> {
  const rule = tokensFile.slice(tokensFile.indexOf(`${selector} {`));
  const body = rule.slice(0, rule.indexOf('}'));
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): #([0-9a-f]{6});/g)].map(([, name, hex = '']) => [
      name,
      [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Colour,
    ]),
  );
}

/** A pixel under the watermark's ink. */
const marked = (colour: Colour): Colour =>
  colour.map((part) => part * (1 - WATERMARK_OPACITY) + WATERMARK_GREY * WATERMARK_OPACITY) as Colour;

/** WCAG 2.1, relative luminance and contrast ratio. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(left: Colour, right: Colour): number {
  const [light, dark] = [luminance(left), luminance(right)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const PAIRS = [
  ...['paper', 'hall', 'accent-soft'].flatMap((ground) => [
    ['ink', ground],
    ['ink-soft', ground],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent', 'paper'],
  ['warning', 'warning-soft'],
  ['danger', 'danger-soft'],
  ['danger', 'paper'],
  ['ink', 'warning-soft'],
  ['ink', 'danger-soft'],
] as [string, string][];

describe.each([
  ['usual', ':root', 4.5],
  ['high contrast', ":root[data-contrast='high']", 7],
])('the %s theme', (_, selector, least) => {
  const colours = coloursOf(selector);
  it.each(PAIRS)(`%s on %s is readable under the watermark too (at least ${least}:1)`, (text, ground) => {
    const pair = [colours[text], colours[ground]] as [Colour, Colour];
    expect(contrast(...pair)).toBeGreaterThanOrEqual(least);
    // Ink of the watermark lies on the letter, on the ground, or on both: AA must hold for the worst of them.
    for (const [letter, behind] of [
      [marked(pair[0]), pair[1]],
      [pair[0], marked(pair[1])],
      [marked(pair[0]), marked(pair[1])],
    ] as [Colour, Colour][]) {
      expect(contrast(letter, behind)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
