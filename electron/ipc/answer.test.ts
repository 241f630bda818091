import { describe, expect, it } from 'vitest';
import { Fault } from '../../shared/support/fault.ts';
import { answer, type ShellHandlers } from './answer.ts';
import { isExamPage } from './sender.ts';

const refuse = () => {
  throw new Error('not expected');
};

function answering(handlers: Partial<ShellHandlers>) {
  const lines: string[] = [];
  const none: ShellHandlers = {
    info: refuse,
    deviceReport: refuse,
    prohibitPrograms: refuse,
    closeProgram: refuse,
    sinceBoot: refuse,
    lock: refuse,
    unlock: refuse,
    openNetworkSettings: refuse,
    evidenceOpen: refuse,
    evidencePut: refuse,
    evidenceGiveWay: refuse,
    evidenceStatus: refuse,
    keepAttemptKey: refuse,
    statement: refuse,
    attemptKey: refuse,
    keepJournalReach: refuse,
    journalReach: refuse,
    forgetAttempt: refuse,
    answerFileSave: refuse,
    lookForUpdate: refuse,
    installUpdate: refuse,
    log: refuse,
    quit: refuse,
  };
  const log = { write: (level: string, text: string) => lines.push(`${level} ${text}`) };
  return {
    lines,
    ask: (name: keyof ShellHandlers, body?: unknown) => answer(name, body, { ...none, ...handlers }, log),
  };
}

describe('shell requests', () => {
  it('parses the argument before the handler sees it', async () => {
    const given: unknown[] = [];
    const { ask } = answering({ log: (body) => void given.push(body) });
    expect(await ask('log', { level: 'info', text: 'here', more: 1 })).toEqual({ ok: true, value: undefined });
    expect(await ask('log', { level: 'debug', text: 'here' })).toEqual({ ok: false, reason: 'bad_request' });
    expect(given).toEqual([{ level: 'info', text: 'here' }]);
  });

  it('refuses segment names that would lead elsewhere', async () => {
    const { ask } = answering({});
    const meta = { segmentId: '../../x', camera: 'front', startedAt: 1, durationMs: 1, mime: 'video/webm' };
    expect(await ask('evidencePut', { meta, bytes: new ArrayBuffer(1) })).toEqual({ ok: false, reason: 'bad_request' });
  });

  it('lets the reason of a refusal through, and nothing of another error but a line in the log', async () => {
    const full = answering({ lock: () => Promise.reject(new Fault('storage_full')) });
    expect(await full.ask('lock')).toEqual({ ok: false, reason: 'storage_full' });
    const broken = answering({ lock: () => Promise.reject(new Error('secret path')) });
    expect(await broken.ask('lock')).toEqual({ ok: false, reason: 'server_error' });
    expect(broken.lines.join()).toContain('secret path');
  });
});

describe('[SEC-2] who may call the shell', () => {
  const webContents = {};
  const window = { webContents } as never;
  const frame = (url: string, parent: unknown = null) => ({ url, parent }) as never;

  it('is the exam page in the exam window', () => {
    expect(isExamPage({ sender: webContents, senderFrame: frame('yunkao://exam/index.html') }, window)).toBe(true);
  });

  it.each([
    ['another window', { sender: {}, senderFrame: frame('yunkao://exam/index.html') }],
    ['a frame within the page', { sender: webContents, senderFrame: frame('yunkao://exam/index.html', {}) }],
    ['another address', { sender: webContents, senderFrame: frame('https://exam/index.html') }],
    ['a look-alike', { sender: webContents, senderFrame: frame('yunkao://exam.example/index.html') }],
    ['a frame that is gone', { sender: webContents, senderFrame: null }],
  ])('is not %s', (_, sender) => {
    expect(isExamPage(sender, window)).toBe(false);
  });
});
