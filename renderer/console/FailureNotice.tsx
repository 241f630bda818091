import { useLanguage } from '../ui/language.tsx';
import { Notice } from '../ui/Notice.tsx';
import { reasonText } from '../ui/reason-words.ts';

/** Why something was refused and what to do; nothing while there is no failure. */
export function FailureNotice({ failure }: { failure: unknown }) {
  const { language } = useLanguage();
  if (failure === null) return null;
  return (
    <Notice tone="danger" announce="alert">
      <p>{reasonText(failure, language)}</p>
    </Notice>
  );
}
