import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { paperWords } from './paper-words.ts';
import { useLogStatus } from './use-answers.ts';

/** The disk takes no answers: said at once, with the way that still works. */
export function StorageTrouble() {
  const words = useWords(paperWords);
  const { storage } = useLogStatus();
  if (storage === 'ok') return null;
  return (
    <Notice tone="danger" announce="alert" title={storage === 'full' ? words.storageFull : words.storageFailed}>
      <p>{words.storageBody}</p>
    </Notice>
  );
}
