import { Button } from '../ui/Button.tsx';
import { useWords } from '../ui/language.tsx';
import dense from './dense.module.css';
import { frameWords } from './frame-words.ts';

/** Reads a page again that the exam centre sends no word to. */
export function RefreshButton({ onClick }: { onClick: () => void }) {
  const words = useWords(frameWords);
  return (
    <Button className={dense.button} onClick={onClick}>
      {words.refresh}
    </Button>
  );
}
