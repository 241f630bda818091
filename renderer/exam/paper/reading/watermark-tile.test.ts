import { expect, it } from 'vitest';
import { watermarkTile } from './watermark-tile.ts';

const svgOf = (tile: string): string => decodeURIComponent(tile.slice('url("data:image/svg+xml,'.length, -'")'.length));

it('writes name and number into the tile', () => {
  expect(svgOf(watermarkTile('李明 LD20260001'))).toContain('李明 LD20260001');
});

it('cannot be broken by a name', () => {
  const svg = svgOf(watermarkTile(`<script>"&'")\u0000`));
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0000');
  expect(watermarkTile(`")`).slice(5, -2)).not.toMatch(/["()]{2}/);
});
