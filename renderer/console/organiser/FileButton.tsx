import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';

interface FileButtonProps {
  label: string;
  /** File name endings, comma separated. */
  accept: string;
  busy: boolean;
  kind?: 'primary' | 'plain';
  /** More than one at once. */
  multiple?: boolean;
  /** At least one. */
  onFiles(files: readonly [File, ...File[]]): void;
}

/** A button that opens the file dialog. The same file may be chosen again after it was put right. */
export function FileButton({ label, accept, busy, kind = 'plain', multiple = false, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button kind={kind} busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={label}
        hidden
        onChange={(event) => {
          const [first, ...others] = event.target.files ?? [];
          event.target.value = '';
          if (first) onFiles([first, ...others]);
        }}
      />
    </>
  );
}
