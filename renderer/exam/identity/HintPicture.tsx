import type { TemplateProblem } from '../../analyzers/face-observation.ts';
import styles from './IdentityScreen.module.css';

const FRAME = 'M8 14H112V106H8Z';
const head = (x: number, y: number, size: number): string =>
  `M${x - 0.75 * size} ${y}a${0.75 * size} ${size} 0 1 0 ${1.5 * size} 0a${0.75 * size} ${size} 0 1 0 ${-1.5 * size} 0`;
const LOOKING = `${head(60, 60, 34)} M49 52v4 M71 52v4 M51 76q9 6 18 0`;

/** What is in the way, as lines: what is to be done or put away is drawn in the accent colour. */
const LINES: Record<TemplateProblem, { still: string; moves: string }> = {
  no_face: { still: FRAME, moves: LOOKING },
  several_faces: { still: `${FRAME} ${head(44, 60, 28)} ${head(88, 56, 20)}`, moves: 'M74 34l30 44 M104 34l-30 44' },
  too_small: { still: `${FRAME} ${head(60, 60, 15)}`, moves: 'M40 60H24l6-6m-6 6l6 6 M80 60h16l-6-6m6 6l-6 6' },
  backlit: {
    still: `M70 14H112V74H70Z M91 14V74 M70 44H112 ${head(46, 66, 32)}`,
    moves: 'M64 100q22 10 40-8m2 10v-12h-12',
  },
  too_dark: {
    still: head(50, 70, 32),
    moves: 'M96 18v-8 M96 42v8 M84 30h-8 M108 30h8 M88 30a8 8 0 1 0 16 0a8 8 0 1 0-16 0',
  },
  too_bright: { still: LOOKING, moves: 'M90 24a8 8 0 1 0 16 0a8 8 0 1 0-16 0 M80 6l36 36' },
  blurred: { still: `${head(56, 60, 34)} ${head(64, 60, 34)}`, moves: 'M14 44v32 M106 44v32' },
  off_centre: { still: `${FRAME} ${head(26, 60, 26)}`, moves: 'M56 60h34l-9-9m9 9l-9 9' },
  covered: {
    still: `${head(60, 60, 42)} M49 40v4 M71 40v4`,
    moves: 'M31 58q29 10 58 0q0 40-29 40q-29 0-29-40Z M104 14l12 12m0-12l-12 12',
  },
};

/** What is in the way of a clear picture. The words beside it say the same. */
export function HintPicture({ hint }: { hint: TemplateProblem }) {
  const { still, moves } = LINES[hint];
  return (
    <svg className={styles.picture} viewBox="0 0 120 120" aria-hidden="true" data-hint={hint}>
      <path d={still} />
      <path className={styles.moves} d={moves} />
    </svg>
  );
}
