import { useMemo } from 'react';
import styles from './Watermark.module.css';
import { watermarkTile } from './watermark-tile.ts';

/** Whose paper it is, faintly over all of it: a photograph of the screen names who took it. */
export function Watermark({ text }: { text: string }) {
  const backgroundImage = useMemo(() => watermarkTile(text), [text]);
  return <div className={styles.watermark} style={{ backgroundImage }} aria-hidden="true" data-testid="watermark" />;
}
