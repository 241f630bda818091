import { seededRandom } from '../../../../shared/domain/seeded-random.ts';

/** What an invented candidate and their room look like: nobody's face, drawn from a seed. */
export interface Look {
  skin: string;
  shade: string;
  hair: string;
  hairstyle: 'short' | 'long' | 'bun';
  shirt: string;
  wall: string;
  /** What is on the wall behind. */
  behind: 'window' | 'shelf' | 'picture' | 'plain';
  glasses: boolean;
  /** To which side this candidate turns, and where another comes from: -1 or 1. */
  side: -1 | 1;
  /** So that not everybody moves alike. */
  phase: number;
}

const SKINS = [
  ['#f2cfae', '#d9a987'],
  ['#e8bd96', '#cb9670'],
  ['#f6d9bf', '#deb18f'],
  ['#d9a77d', '#b9855c'],
] as const;
const HAIRS = ['#1d1a1a', '#2d2320', '#3a2c24', '#4a4440', '#6d675f'];
const SHIRTS = ['#4a6a8a', '#7a4b4b', '#4f7353', '#7b6aa0', '#8a7443', '#47777a', '#5c5f66', '#93565f'];
const WALLS = ['#d8d3c4', '#c9d3d6', '#dccfca', '#cfd6c6', '#d5d0dc', '#c8c6bd'];
const BEHIND = ['window', 'shelf', 'picture', 'plain'] as const;
const HAIRSTYLES = ['short', 'long', 'short', 'bun'] as const;

export function lookOf(seed: string): Look {
  const random = seededRandom(seed);
  const one = <Kind>(kinds: readonly Kind[]): Kind => kinds[Math.floor(random() * kinds.length)] as Kind;
  const [skin, shade] = one(SKINS);
  return {
    ...{ skin, shade, hair: one(HAIRS), hairstyle: one(HAIRSTYLES), shirt: one(SHIRTS), wall: one(WALLS) },
    ...{ behind: one(BEHIND), glasses: random() < 0.35, side: random() < 0.5 ? -1 : 1, phase: random() * 10_000 },
  };
}
