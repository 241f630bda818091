import { classNames } from '../../ui/class-names.ts';
import { useWords } from '../../ui/language.tsx';
import { useDesk } from '../desk.ts';
import { Select } from '../Select.tsx';
import { useWatched } from '../use-watched.ts';
import styles from './WallBar.module.css';
import { CAMERA_CHOICES, PAGE_SIZES, type WallLayout } from './wall-layout.ts';
import { wallWords } from './wall-words.ts';

interface WallBarProps {
  /** How many candidates of each page need a look. */
  pages: readonly number[];
  page: number;
  onPage(page: number): void;
}

/** Which candidates and which of their cameras are on the wall. */
export function WallBar({ pages, page, onPage }: WallBarProps) {
  const { wallLayouts } = useDesk();
  const words = useWords(wallWords);
  const { perPage, cameras } = useWatched(wallLayouts.layout);
  return (
    <div className={styles.bar}>
      <Select
        label={words.perPage}
        value={String(perPage)}
        options={PAGE_SIZES.map((size) => [String(size), words.candidates(size)] as const)}
        onChange={(size) => wallLayouts.choose({ perPage: Number(size) as WallLayout['perPage'] })}
      />
      <Select
        label={words.cameras}
        value={cameras}
        options={CAMERA_CHOICES.map((each) => [each, words.cameraChoice[each]] as const)}
        onChange={(chosen) => wallLayouts.choose({ cameras: chosen as WallLayout['cameras'] })}
      />
      {pages.length > 1 && (
        <nav className={styles.pages} aria-label={words.pages}>
          {pages.map((waiting, index) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              type="button"
              className={classNames(styles.page, index === page && styles.here, 'tabular')}
              aria-current={index === page ? 'page' : undefined}
              onClick={() => onPage(index)}
            >
              {words.page(index + 1)}
              {waiting > 0 && <span className={styles.waiting}>{words.waiting(waiting)}</span>}
            </button>
          ))}
        </nav>
      )}
    </div>
  );
}
