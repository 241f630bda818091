/** A middle grey, which shows on a light and on a dark ground alike; see reading.test.ts for what it costs in contrast. */
export const WATERMARK_GREY = 128;
export const WATERMARK_OPACITY = 0.09;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[^\P{Cc}]/gu, '');

/** One tile of the watermark as a CSS image: the text, twice, aslant. */
export function watermarkTile(text: string): string {
  const line = (y: number, x: number): string => `<text x="${x}" y="${y}">${escaped(text)}</text>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="260"><g transform="rotate(-20 210 130)" ` +
    `font-family="sans-serif" font-size="20" fill="rgb(${WATERMARK_GREY},${WATERMARK_GREY},${WATERMARK_GREY})" ` +
    `fill-opacity="${WATERMARK_OPACITY}">${line(80, 10)}${line(210, 130)}</g></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}
