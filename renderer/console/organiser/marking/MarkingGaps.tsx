import type { RouteReply } from '../../../../shared/contract/http.ts';
import { ROUNDS } from '../../../../shared/domain/marking.ts';
import { useWords } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { markersWords } from './markers-words.ts';

/** Sessions that nobody marks or too few do, and answers that those assigned cannot settle. Nothing when all is well. */
export function MarkingGaps({ examinations }: { examinations: RouteReply<'markingAssignments'>['examinations'] }) {
  const words = useWords(markersWords);
  const sessions = examinations.flatMap(({ title: examination, sessions: each }) =>
    each.map(({ title, markers, progress: { stuck } }) => ({
      title: `${examination} ${title}`,
      assigned: markers.filter(({ assigned }) => assigned).length,
      stuck,
    })),
  );
  const titles = (which: (assigned: number) => boolean) =>
    sessions.filter(({ assigned }) => which(assigned)).map(({ title }) => title);
  const nobody = titles((assigned) => assigned === 0);
  const tooFew = titles((assigned) => assigned > 0 && assigned < ROUNDS.length);
  const stuck = sessions.filter(({ assigned, stuck: count }) => assigned > 0 && count > 0);
  return (
    <>
      {(nobody.length > 0 || stuck.length > 0) && (
        <Notice tone="danger">
          {nobody.length > 0 && <p>{words.nobody(nobody.join('、'))}</p>}
          {stuck.map(({ title, stuck: count }) => (
            <p key={title}>{words.stuck(title, count)}</p>
          ))}
        </Notice>
      )}
      {tooFew.length > 0 && (
        <Notice tone="warning">
          <p>{words.tooFew(tooFew.join('、'))}</p>
        </Notice>
      )}
    </>
  );
}
