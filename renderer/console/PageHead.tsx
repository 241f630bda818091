import type { ReactNode } from 'react';
import styles from './PageHead.module.css';

/** The heading of a page, with its filters beside it. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
