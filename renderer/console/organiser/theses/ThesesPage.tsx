import { useCallback, useState } from 'react';
import type { Session } from '../../../../shared/domain/timetable.ts';
import { useWords } from '../../../ui/language.tsx';
import { useDesk } from '../../desk.ts';
import { LoadState } from '../../LoadState.tsx';
import { PageHead } from '../../PageHead.tsx';
import { RefreshButton } from '../../RefreshButton.tsx';
import { Select } from '../../Select.tsx';
import { dayText } from '../../time-text.ts';
import { useLoaded } from '../../use-loaded.ts';
import { ThesisTable } from './ThesisTable.tsx';
import { thesesWords } from './theses-words.ts';

/** Which theses have arrived, whose they are, and which of them counts (SUB-1). */
export function ThesesPage() {
  const words = useWords(thesesWords);
  const { http } = useDesk().connection;
  const loaded = useLoaded(useCallback(() => http('examinations', {}), [http]));
  const [chosen, setChosen] = useState<string | null>(null);
  if (!loaded.value) return <LoadState loaded={loaded} />;
  const choices = loaded.value.examinations.flatMap(({ occupation, level, sessions }) =>
    sessions
      .filter(({ mode }) => mode === 'submission')
      .map((session) => ({ session, text: `${occupation} ${level} ${session.title}` })),
  );
  const shown = choices.find(({ session }) => session.id === chosen) ?? choices[0];
  if (!shown) return <p>{words.noSession}</p>;
  const options = choices.map(({ session, text }) => [session.id, text] as const);
  return <SessionTheses key={shown.session.id} session={shown.session} options={options} onChoose={setChosen} />;
}

interface SessionThesesProps {
  session: Session;
  options: readonly (readonly [id: string, text: string])[];
  onChoose(sessionId: string): void;
}

function SessionTheses({ session, options, onChoose }: SessionThesesProps) {
  const words = useWords(thesesWords);
  const { http } = useDesk().connection;
  const load = useCallback(() => http('sessionTheses', {}, { sessionId: session.id }), [http, session.id]);
  const loaded = useLoaded(load);
  const theses = loaded.value?.theses;
  const people = new Set(theses?.map(({ attemptId }) => attemptId)).size;
  return (
    <>
      <PageHead title={words.title}>
        <Select label={words.session} value={session.id} onChange={onChoose} options={options} />
        <RefreshButton onClick={loaded.reload} />
      </PageHead>
      <LoadState loaded={loaded} />
      {theses && <p>{words.until(dayText(session.endsAt - 1), people, theses.length)}</p>}
      {theses && (theses.length > 0 ? <ThesisTable theses={theses} /> : <p>{words.none}</p>)}
    </>
  );
}
