import { beforeAll, describe, expect, it } from 'vitest';
import { AnswerFileHeaderSchema } from '../../../shared/contract/answer-file.ts';
import type { AnswerFileSaved } from '../../../shared/contract/shell.ts';
import { openAnswerFile, readAnswerFileHeader } from '../../../shared/domain/answer-file.ts';
import { chainEntry, type Entry, GENESIS } from '../../../shared/domain/entry.ts';
import { base64Of } from '../../../shared/support/base64.ts';
import { type KeyPair, makeKeyPair } from '../../../shared/support/sealed-for.ts';
import { memoryJournalStore } from '../../../test/fakes/memory-journal-store.ts';
import { createEntryCipher } from '../journal/entry-cipher.ts';
import { createAnswerFileExport } from './answer-file-export.ts';
import type { AnswerFileOwner } from './answer-file-owner.ts';
import { findLeftAnswers } from './left-answers.ts';
import { createLeftAttempts } from './left-attempts.ts';

const attemptKey = base64Of(new Uint8Array(32).fill(7));
const MADE_AT = { server: Date.parse('2020-10-05T11:30:20+08:00'), computer: 5 };
let centre: KeyPair;
let owner: AnswerFileOwner;
let entries: Entry[];

beforeAll(async () => {
  centre = await makeKeyPair();
  owner = {
    ...{ attemptId: 'a', admissionNo: 'LD2026/0001', name: '王一', examinationId: 'e', examinationTitle: '测试' },
    ...{ dutyPhone: '1', centreKey: centre.publicKey },
  };
  entries = [];
  for (const [epoch, seq] of [
    [1, 1],
    [1, 2],
    [2, 1],
  ] as const) {
    const body = { type: 'flag', sessionId: 's', itemId: `i${seq}`, flagged: true } as const;
    const before = seq === 1 ? GENESIS : (entries.at(-1)?.hash ?? GENESIS);
    entries.push(await chainEntry({ attemptId: 'a', epoch, seq, at: seq, body }, before));
  }
});

/** A computer with these entries on its disk and these only in its window, and a shell that answers as told. */
async function rig(onDisk: readonly Entry[], unkept: readonly Entry[], ...outcomes: AnswerFileSaved[]) {
  const disk = memoryJournalStore();
  const cipher = await createEntryCipher(attemptKey);
  for (const entry of onDisk) {
    await disk.store.append([await cipher.seal(entry)], await cipher.proveHead(entry));
  }
  const files: { fileName: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const shell = {
    async answerFileSave({ fileName, bytes }: { fileName: string; bytes: ArrayBuffer }): Promise<AnswerFileSaved> {
      files.push({ fileName, bytes: new Uint8Array(bytes) });
      return outcomes.shift() ?? { outcome: 'saved', path: `/stick/${fileName}` };
    },
  };
  const outside = { openStore: async () => disk.store, shell, log: () => undefined };
  const madeAt = () => MADE_AT;
  const answerFile = createAnswerFileExport({ ...outside, owner, attemptKey, unkept: () => unkept, madeAt });
  return { answerFile, files, disk, outside };
}

const within = async (bytes: Uint8Array<ArrayBuffer> | undefined) =>
  bytes && (await openAnswerFile(bytes, { attemptKey, centre })).map((line) => JSON.parse(line));

describe('[ANS-6] saving the answer file', () => {
  it('holds every entry of every sign-in once, in order: from the disk, and what the disk refused', async () => {
    const { answerFile, files } = await rig([entries[2], entries[0]] as Entry[], [entries[1], entries[2]] as Entry[]);
    await answerFile.save('');
    expect(await within(files[0]?.bytes)).toEqual(entries);
    expect(answerFile.state).toMatchObject({ busy: false, trouble: null, saved: { entries: 3 } });
  });

  it('says in clear whose it is, when by both clocks, and how many entries could not be read', async () => {
    const { answerFile, files, disk } = await rig(entries, []);
    new Uint8Array(disk.kept[1]?.sealed ?? new ArrayBuffer(1)).fill(0);
    await answerFile.save('');
    const header = AnswerFileHeaderSchema.parse(readAnswerFileHeader(files[0]?.bytes ?? new Uint8Array(0)));
    expect(header).toMatchObject({ admissionNo: 'LD2026/0001', attemptId: 'a', entries: 2, damaged: 1 });
    expect(header).toMatchObject({ madeAt: MADE_AT.server, computerClock: 5 });
    expect(files[0]?.fileName).toBe('云考答案_LD2026-0001_20201005-1130.yunkao');
  });

  it('tells why nothing was saved, keeps the copy there is, and can be repeated', async () => {
    const { answerFile } = await rig(
      entries,
      [],
      ...([
        { outcome: 'full' },
        { outcome: 'saved', path: '/stick/x' },
        { outcome: 'gone' },
        { outcome: 'cancelled' },
      ] as const),
    );
    await answerFile.save('');
    expect(answerFile.state).toEqual({ busy: false, saved: null, trouble: 'full' });
    const saved = { path: '/stick/x', entries: 3 };
    await answerFile.save('');
    expect(answerFile.state).toEqual({ busy: false, saved, trouble: null });
    await answerFile.save('');
    expect(answerFile.state).toEqual({ busy: false, saved, trouble: 'gone' });
    await answerFile.save('');
    expect(answerFile.state).toEqual({ busy: false, saved, trouble: 'cancelled' });
  });

  it('a journal that cannot be opened is told, and nothing is thrown at the screen', async () => {
    const { outside } = await rig([], []);
    const openStore = () => Promise.reject(new Error('no disk'));
    const answerFile = createAnswerFileExport({
      ...{ ...outside, openStore, owner, attemptKey, unkept: () => [], madeAt: () => MADE_AT },
    });
    await answerFile.save('');
    expect(answerFile.state).toEqual({ busy: false, saved: null, trouble: 'failed' });
  });
});

/** As much of Web Storage as is used: names are its own members, as in a browser. */
function webStorage(): Storage {
  const storage = Object.create({
    getItem: (name: string) => storage[name] ?? null,
    setItem(name: string, value: string) {
      storage[name] = value;
    },
    removeItem(name: string) {
      delete storage[name];
    },
  });
  return storage;
}

describe('[ANS-6] after a crash, without a network', () => {
  it('finds the attempt that has entries here and whose key the system kept, and makes its file', async () => {
    const { outside, files } = await rig(entries, []);
    const storage = webStorage();
    const before = createLeftAttempts({ storage, keyOf: async () => null, log: () => undefined });
    await before.keep({ owner, attemptKey });
    await before.keep({ owner: { ...owner, attemptId: 'without entries' }, attemptKey });
    expect(JSON.stringify(storage)).not.toContain('王一');
    expect(await before.list()).toEqual([]);

    const attempts = createLeftAttempts({ storage, keyOf: async () => attemptKey, log: () => undefined });
    const madeAt = () => ({ server: null, computer: MADE_AT.server });
    const find = findLeftAnswers({ ...outside, attempts, madeAt });
    const left = await find();
    expect(left.map((each) => each.owner)).toEqual([owner]);
    expect(await find()).toEqual(left);
    await left[0]?.save('');
    expect(await within(files[0]?.bytes)).toEqual(entries);
    expect(readAnswerFileHeader(files[0]?.bytes ?? new Uint8Array(0))).toMatchObject({ madeAt: null });
  });

  it('finds nothing of an attempt that is over, nor under the key of another', async () => {
    const storage = webStorage();
    const other = base64Of(new Uint8Array(32).fill(8));
    const warnings: string[] = [];
    const parts = { storage, keyOf: async () => other, log: (_: 'warn', text: string) => void warnings.push(text) };
    const attempts = createLeftAttempts(parts);
    await attempts.keep({ owner, attemptKey });
    expect(await attempts.list()).toEqual([]);
    expect(warnings).toHaveLength(1);
    attempts.forget('a');
    await attempts.keep({ owner: { ...owner, attemptId: 'b' }, attemptKey: other });
    expect((await attempts.list()).map((left) => left.owner.attemptId)).toEqual(['b']);
  });
});
