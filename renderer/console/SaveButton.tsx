import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { useLanguage } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { reasonText } from '../ui/reason-words.ts';
import dense from './dense.module.css';
import { useDesk } from './desk.ts';

interface SaveButtonProps {
  /** Of bytes that only staff may have. */
  path: string;
  fileName: string;
  children: string;
}

/** Saves a protected file on this computer. A link cannot carry the token that it needs. */
export function SaveButton({ path, fileName, children }: SaveButtonProps) {
  const { fetchProtected } = useDesk();
  const { language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const url = URL.createObjectURL(await fetchProtected(path, new AbortController().signal));
      const link = document.createElement('a');
      link.href = url;
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(url);
    } catch (cause) {
      console.error(`could not save ${path}`, cause);
      setFailure(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button className={dense.button} busy={busy} onClick={() => void save()}>
        {children}
      </Button>
      {failure !== null && (
        <Notice tone="danger" announce="alert">
          <p>{reasonText(failure, language)}</p>
        </Notice>
      )}
    </>
  );
}
