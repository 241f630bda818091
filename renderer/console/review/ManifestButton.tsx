import { canonicalJson } from '../../../shared/support/canonical-json.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../ui/language.tsx';
import dense from '../dense.module.css';
import { useDesk } from '../desk.ts';
import { downloaded } from '../downloaded.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useMay } from '../use-may.ts';
import { useTask } from '../use-task.ts';
import { reviewWords } from './review-words.ts';

/** Saves the list of everything that was recorded of this attempt, with its hash (EVI-3). */
export function ManifestButton({ attemptId, admissionNo }: { attemptId: string; admissionNo: string }) {
  const words = useWords(reviewWords);
  const { http } = useDesk().connection;
  const { busy, failure, run } = useTask();
  const may = useMay('evidenceManifest');
  if (!may) return null;
  const save = () =>
    run(async () => {
      const list = await http('evidenceManifest', {}, { attemptId });
      downloaded(
        new Blob([canonicalJson(list)], { type: 'application/json' }),
        `${words.manifest}-${admissionNo}.json`,
      );
    });
  return (
    <>
      <Button className={dense.button} busy={busy} onClick={() => void save()}>
        {words.saveManifest}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}
