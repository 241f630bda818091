import { useWords } from '../../ui/language.tsx';
import styles from './PlacementGuide.module.css';
import { rearViewWords } from './rear-view-words.ts';

/**
 * Where the phone stands (annex 4 section 3.6): 45 degrees behind and beside the candidate, 1.2 to 1.5 m above the floor, 1.5 to
 * 2 m away, with desk, screen and what lies ahead in its picture. Not to scale.
 */
export function PlacementGuide() {
  const words = useWords(rearViewWords).guide;
  return (
    <svg viewBox="0 0 352 362" role="img" aria-label={words.picture} className={styles.guide}>
      <text x="4" y="18" className={styles.caption}>
        {words.above}
      </text>
      <path d="M232 168 52 57 74 19 226 19Z" className={styles.view} />
      <rect x="92" y="24" width="120" height="44" rx="3" className={styles.desk} />
      <rect x="122" y="30" width="60" height="6" className={styles.screen} />
      <rect x="130" y="44" width="44" height="14" rx="2" className={styles.desk} />
      <text x="222" y="52" className={styles.label}>
        {words.desk}
      </text>
      <ellipse cx="152" cy="88" rx="24" ry="12" className={styles.body} />
      <circle cx="152" cy="88" r="10" className={styles.head} />
      <text x="78" y="112" className={styles.label}>
        {words.candidate}
      </text>
      <path d="M152 102V178" className={styles.axis} />
      <path d="M162 98 222 158M152 148A60 60 0 0 0 194 130" className={styles.measure} />
      <text x="154" y="176" className={styles.label}>
        {words.angle}
      </text>
      <text x="206" y="122" className={styles.strong}>
        {words.distance}
      </text>
      <rect x="217" y="160" width="30" height="14" rx="3" transform="rotate(-45 232 167)" className={styles.device} />
      <text x="256" y="182" className={styles.label}>
        {words.phone}
      </text>
      <path d="M0 192H352" className={styles.rule} />
      <text x="4" y="214" className={styles.caption}>
        {words.side}
      </text>
      <path d="M228 244 40 234V322Z" className={styles.view} />
      <path d="M10 346H330M30 294H104M38 294V346M98 294V346" className={styles.line} />
      <rect x="46" y="258" width="6" height="36" className={styles.screen} />
      <circle cx="126" cy="250" r="12" className={styles.head} />
      <path d="M126 262V304H106M126 272 100 288" className={styles.limb} />
      <path d="M134 272V308M112 308H140M116 308V346M138 308V346" className={styles.line} />
      <rect x="222" y="228" width="12" height="30" rx="3" className={styles.device} />
      <path d="M228 258V346M214 346 228 326 242 346" className={styles.line} />
      <path d="M258 244V346M252 244H264M252 346H264M126 354H228" className={styles.measure} />
      <text x="263" y="300" className={styles.strong}>
        {words.height}
      </text>
      <text x="142" y="338" className={styles.strong}>
        {words.distance}
      </text>
    </svg>
  );
}
