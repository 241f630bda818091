import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Notice.module.css';

interface NoticeProps {
  tone?: 'info' | 'success' | 'warning' | 'danger';
  title?: string;
  /** Read aloud when it appears: `alert` at once, `status` when the reader is free. Left out for standing text. */
  announce?: 'alert' | 'status';
  children?: ReactNode;
  actions?: ReactNode;
}

const MARK = { info: 'i', success: '✓', warning: '!', danger: '!' } as const;

/** What happened and what to do next. The mark and the words carry the meaning; colour only supports it. */
export function Notice({ tone = 'info', title, announce, children, actions }: NoticeProps) {
  return (
    <div className={classNames(styles.notice, styles[tone])} role={announce}>
      <span className={styles.mark} aria-hidden="true">
        {MARK[tone]}
      </span>
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
