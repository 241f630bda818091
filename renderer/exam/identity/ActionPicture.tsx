import type { LivenessAction } from '../../../shared/domain/identity.ts';
import styles from './IdentityScreen.module.css';

const OPEN_EYES = 'M44 52v4 M76 52v4';
const SHUT_MOUTH = 'M48 82q12 7 24 0';

/** What is asked, as lines: what moves is drawn in the accent colour. Sides as the mirrored preview shows them. */
const LINES: Record<LivenessAction | 'rest', { face: string; moves: string }> = {
  rest: { face: `${OPEN_EYES} ${SHUT_MOUTH}`, moves: '' },
  turn_left: { face: 'M34 52v4 M60 52v4 M38 82q10 7 20 0', moves: 'M20 62H4 M11 54l-8 8 8 8' },
  turn_right: { face: 'M60 52v4 M86 52v4 M62 82q10 7 20 0', moves: 'M100 62h16 M109 54l8 8 -8 8' },
  nod: { face: 'M44 66v4 M76 66v4 M50 92q10 6 20 0', moves: 'M108 44v30 M99 66l9 9 9 -9' },
  blink: { face: SHUT_MOUTH, moves: 'M36 52q8 8 16 0 M68 52q8 8 16 0' },
  open_mouth: { face: OPEN_EYES, moves: 'M60 74c12 0 12 22 0 22c-12 0 -12 -22 0 -22z' },
};

/** A face that does what is asked. The words beside it say the same. */
export function ActionPicture({ action }: { action: LivenessAction | 'rest' }) {
  const { face, moves } = LINES[action];
  return (
    <svg className={styles.picture} viewBox="0 0 120 120" aria-hidden="true" data-action={action}>
      <ellipse cx="60" cy="62" rx="36" ry="46" />
      <path d={face} />
      <path className={styles.moves} d={moves} />
    </svg>
  );
}
