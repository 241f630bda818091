import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../PageHead.tsx';
import type { Wall } from '../wall/wall-store.ts';
import { MessageComposer } from './MessageComposer.tsx';
import { MessageHistory } from './MessageHistory.tsx';
import { messageWords } from './message-words.ts';
import { sentToAll } from './sent-to-all.ts';

/** What everyone is told, and what they have been told. */
export function MessagesPage({ wall }: { wall: Wall }) {
  const words = useWords(messageWords);
  const reached = wall.places.filter((place) => place.attemptId !== null).length;
  return (
    <>
      <PageHead title={words.titleAll} />
      {reached === 0 ? (
        <Notice>
          <p>{words.nobody}</p>
        </Notice>
      ) : (
        <MessageComposer attemptId={null} sendLabel={words.sendAll(reached)} />
      )}
      <MessageHistory title={words.historyAll} empty={words.historyAllEmpty} events={sentToAll(wall.events)} />
    </>
  );
}
