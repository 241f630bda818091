import { useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';

interface FileButtonProps {
  label: string;
  /** File name endings, comma separated. */
  accept: string;
  busy: boolean;
  kind?: 'primary' | 'plain';
  onFile(file: File): void;
}

/** A button that opens the file dialog. The same file may be chosen again after it was put right. */
export function FileButton({ label, accept, busy, kind = 'plain', onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
