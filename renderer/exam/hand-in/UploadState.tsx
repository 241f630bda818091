import type { EvidenceStatus } from '../../../shared/contract/shell.ts';
import { useWords } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { handInWords } from './hand-in-words.ts';

/** Whether the exam centre has acknowledged every segment (EVI-1). */
export const uploadDone = (status: EvidenceStatus | null): boolean => status !== null && status.pending === 0;

/** How much of the recording is still only here. `status` null: the last segment is being written. */
export function UploadState({ status }: { status: EvidenceStatus | null }) {
  const words = useWords(handInWords);
  if (!status) return <Notice announce="status" title={words.preparing} />;
  if (uploadDone(status)) {
    return (
      <Notice tone="success" announce="status" title={words.done}>
        <p>{words.doneBody}</p>
      </Notice>
    );
  }
  const all = status.pending + status.acknowledged;
  return (
    <Notice
      tone={status.state === 'uploading' || status.state === 'idle' ? 'info' : 'warning'}
      title={words.uploading(status.pending)}
    >
      <p className="tabular" data-testid="upload-pending" data-count={status.pending}>
        {words.uploadingMb((status.pendingBytes / 1_000_000).toFixed(1))}
      </p>
      {status.state === 'waiting_for_network' && <p>{words.uploadWaiting}</p>}
      {status.state === 'disk_full' && <p>{words.uploadFull}</p>}
      <ProgressLine label={words.uploading(status.pending)} value={all === 0 ? 0 : status.acknowledged / all} />
    </Notice>
  );
}
