import { useWords } from '../../ui/language.tsx';
import { MessageComposer } from '../messages/MessageComposer.tsx';
import { MessageHistory } from '../messages/MessageHistory.tsx';
import { messageWords } from '../messages/message-words.ts';
import { Loading } from './Loading.tsx';
import type { SignedInPlace } from './signed-in-place.ts';
import { useAttemptData } from './use-attempt-data.ts';

/** Warns one candidate, and shows what they were told before. */
export function CandidateMessages({ place, freshness }: { place: SignedInPlace; freshness: string }) {
  const words = useWords(messageWords);
  const data = useAttemptData('attemptEvents', place.attemptId, freshness);
  const sent = (data.value?.events ?? [])
    .filter((event) => event.kind === 'message')
    .sort((left, right) => right.at - left.at);
  return (
    <>
      <MessageComposer attemptId={place.attemptId} sendLabel={words.send} />
      <Loading data={data} />
      {data.value && <MessageHistory title={words.history} empty={words.historyEmpty} events={sent} />}
    </>
  );
}
