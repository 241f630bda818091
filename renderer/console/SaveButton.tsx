import { Button } from '../ui/Button.tsx';
import dense from './dense.module.css';
import { useDesk } from './desk.ts';
import { downloaded } from './downloaded.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { useTask } from './use-task.ts';

interface SaveButtonProps {
  /** Of bytes that only staff may have. */
  path: string;
  fileName: string;
  children: string;
}

/** Saves a protected file on this computer. A link cannot carry the token that it needs. */
export function SaveButton({ path, fileName, children }: SaveButtonProps) {
  const { fetchProtected } = useDesk();
  const { busy, failure, run } = useTask();
  const save = () => run(async () => downloaded(await fetchProtected(path, new AbortController().signal), fileName));
  return (
    <>
      <Button className={dense.button} busy={busy} onClick={() => void save()}>
        {children}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}
