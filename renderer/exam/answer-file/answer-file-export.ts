import type { AnswerFileSaved, ShellBridge } from '../../../shared/contract/shell.ts';
import type { Entry } from '../../../shared/domain/entry.ts';
import type { JournalStore } from '../journal/journal-store.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { AnswerFileOwner } from './answer-file-owner.ts';
import { entriesHere } from './entries-here.ts';
import { type MadeAt, makeAnswerFile } from './make-answer-file.ts';

export interface ExportState {
  busy: boolean;
  /** Where the last copy lies and how many entries are in it. */
  saved: { path: string; entries: number } | null;
  /** Why the last try saved nothing. */
  trouble: Exclude<AnswerFileSaved['outcome'], 'saved'> | null;
}

export interface AnswerFileExport extends Observable<ExportState> {
  owner: AnswerFileOwner;
  /** Makes the file anew and lets the candidate choose a place; as often as wanted. `title` of the dialog. */
  save(title: string): Promise<void>;
}

export interface ExportParts {
  owner: AnswerFileOwner;
  attemptKey: string;
  openStore(): Promise<JournalStore>;
  /** What the disk has refused so far. */
  unkept(): readonly Entry[];
  madeAt(): MadeAt;
  shell: Pick<ShellBridge, 'answerFileSave'>;
  log(level: 'info' | 'error', text: string): void;
}

/** Saves an answer file for one attempt (ANS-6). It touches nothing: neither the journal nor what is on its way. */
export function createAnswerFileExport({
  owner,
  attemptKey,
  openStore,
  unkept,
  madeAt,
  shell,
  log,
}: ExportParts): AnswerFileExport {
  const state = createObservable<ExportState>({ busy: false, saved: null, trouble: null });

  async function write(title: string): Promise<void> {
    const store = await openStore();
    try {
      const here = await entriesHere(store, { attemptId: owner.attemptId, attemptKey, unkept: unkept() });
      const { fileName, bytes } = await makeAnswerFile(owner, attemptKey, here, madeAt());
      const saved = await shell.answerFileSave({ fileName, title, bytes: bytes.buffer });
      log('info', `answer file of ${here.entries.length} entries, ${here.damaged} damaged: ${saved.outcome}`);
      if (saved.outcome === 'saved')
        state.patch({ saved: { path: saved.path, entries: here.entries.length }, trouble: null });
      else state.patch({ trouble: saved.outcome });
    } finally {
      store.close();
    }
  }

  return {
    owner,
    get state() {
      return state.state;
    },
    subscribe: state.subscribe,
    async save(title) {
      if (state.state.busy) return;
      state.patch({ busy: true, trouble: null });
      try {
        await write(title);
      } catch (cause) {
        log('error', `answer file: ${String(cause)}`);
        state.patch({ trouble: 'failed' });
      } finally {
        state.patch({ busy: false });
      }
    },
  };
}
