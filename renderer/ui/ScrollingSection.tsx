import type { ReactNode } from 'react';

interface ScrollingSectionProps {
  label: string;
  className: string | undefined;
  /** Id of the document that it shows. */
  document?: string;
  children: ReactNode;
}

/** Something that scrolls by itself, by keyboard too: the paper's own PageUp and PageDown leave it alone. */
export function ScrollingSection({ label, className, document, children }: ScrollingSectionProps) {
  const marks = { className, 'aria-label': label, 'data-scrolls': true, 'data-document': document };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls needs the focus to be scrolled by keyboard
    <section {...marks} tabIndex={0}>
      {children}
    </section>
  );
}
