import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswerFileSaver } from './save-answer-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunkao-stick-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new Uint8Array([1, 2, 3]).buffer;
const file = { fileName: '云考答案_LD20260001_20201005-1130.yunkao', title: '保存', bytes };

/** The system's dialog is the candidate's choice here; the real one is opened in test/e2e/answer-file.test.ts. */
function saverWith(
  choose: (suggested: string) => string | null | Promise<string | null>,
  lock = { onTop: false, locked: false },
) {
  const window = {
    isDestroyed: () => false,
    focus: () => undefined,
    isAlwaysOnTop: () => lock.onTop,
    setAlwaysOnTop(onTop: boolean) {
      lock.onTop = onTop;
    },
  } as never;
  const dialog = {
    async showSaveDialog(_window: unknown, { defaultPath }: { defaultPath: string }) {
      const filePath = await choose(defaultPath);
      return { canceled: filePath === null, filePath: filePath ?? undefined };
    },
  } as never;
  return createAnswerFileSaver({
    dialog,
    window,
    folder,
    isLocked: () => lock.locked,
    log: { write: () => undefined },
  });
}

describe('[ANS-6] saving an answer file', () => {
  it('puts it whole where the candidate chose, under the name that was suggested', async () => {
    const path = join(folder, file.fileName);
    expect(await saverWith((suggested) => suggested).save(file)).toEqual({ outcome: 'saved', path });
    expect(new Uint8Array(await readFile(path))).toEqual(new Uint8Array([1, 2, 3]));
    expect(await readdir(folder)).toEqual([file.fileName]);
  });

  it('gives back the ending that was typed away, and can be repeated over the same name', async () => {
    const saver = saverWith(() => join(folder, '我的答案'));
    await saver.save({ ...file, bytes: new ArrayBuffer(9) });
    expect(await saver.save(file)).toEqual({ outcome: 'saved', path: join(folder, '我的答案.yunkao') });
    expect(await readdir(folder)).toEqual(['我的答案.yunkao']);
  });

  it('saves nothing when no place was chosen', async () => {
    expect(await saverWith(() => null).save(file)).toEqual({ outcome: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says when the place is gone, and when nothing may be written there', async () => {
    expect(await saverWith(() => join(folder, 'pulled-out', 'x.yunkao')).save(file)).toEqual({ outcome: 'gone' });
    await writeFile(join(folder, 'no-folder'), '');
    expect(await saverWith(() => join(folder, 'no-folder', 'x.yunkao')).save(file)).toEqual({ outcome: 'gone' });
    const locked = join(folder, 'locked');
    await mkdir(locked);
    await chmod(locked, 0o500);
    // Whoever may do everything (root) is refused by no folder.
    const expected = process.getuid?.() === 0 ? 'saved' : 'refused';
    expect((await saverWith(() => join(locked, 'x.yunkao')).save(file)).outcome).toBe(expected);
  });

  it('a locked window gives way to the dialog, and comes back in front unless it was unlocked meanwhile', async () => {
    const seen: boolean[] = [];
    const lock = { onTop: true, locked: true };
    const look = () => {
      seen.push(lock.onTop);
      return null;
    };
    await saverWith(look, lock).save(file);
    expect([...seen, lock.onTop]).toEqual([false, true]);
    const unlock = () => {
      lock.locked = false;
      return null;
    };
    await saverWith(unlock, lock).save(file);
    expect(lock.onTop).toBe(false);
  });

  it('one dialog at a time, and it is known while it is open', async () => {
    let choose: (path: string | null) => void = () => undefined;
    const saver = saverWith(
      () =>
        new Promise((chosen) => {
          choose = chosen;
        }),
    );
    const first = saver.save(file);
    expect(saver.isChoosing()).toBe(true);
    expect(await saver.save(file)).toEqual({ outcome: 'cancelled' });
    choose(null);
    await first;
    expect(saver.isChoosing()).toBe(false);
  });
});
