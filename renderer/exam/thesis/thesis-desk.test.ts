import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteReply } from '../../../shared/contract/http.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import { Fault } from '../../../shared/support/fault.ts';
import { sha256Hex } from '../../../shared/support/sha256.ts';
import { until } from '../observable.ts';
import { createThesisDesk, type ThesisDesk } from './thesis-desk.ts';
import type { Heard, SendingFile } from './thesis-upload.ts';

const TEXT = 'a thesis';
const file = (name = '论文.pdf') => new File([TEXT], name);

let desk: ThesisDesk;
let sends: { sending: SendingFile; heard: Heard; stopped: boolean }[];
let waiting: (() => void)[];
let received: string[];
let answers: (Fault | null)[];

const task = (): RouteReply<'thesis'> => ({
  ...{ serverTime: 0, title: 't', instructions: '', points: 100, requirements: [], pictures: [] },
  limits: { formats: ['pdf', 'docx'], maxBytes: 100, minPages: 5, maxPages: 30 },
  submissions: received.map((id) => ({
    ...{ id, fileName: '论文.pdf', format: 'pdf', bytes: 8, sha256: '', pages: 6, scan: 'clean', counts: true },
    ...{ receivedAt: 1, receiptNo: `YK-${id}` },
  })),
});

beforeEach(async () => {
  // Of this test alone: what an earlier one still sends must not count here.
  const mine: typeof sends = [];
  sends = mine;
  waiting = [];
  received = [];
  answers = [];
  const ask = async () => {
    const fault = answers.shift();
    if (fault) throw fault;
    return task();
  };
  desk = createThesisDesk({
    http: ask as unknown as HttpClient,
    upload: {
      send(sending, heard) {
        const send = { sending, heard, stopped: false };
        mine.push(send);
        return () => {
          send.stopped = true;
        };
      },
      unfinished: async () => '旧稿.pdf',
    },
    schedule(run) {
      waiting.push(run);
      return () => {};
    },
    random: () => 0.5,
    onFenced: () => {},
    log: () => {},
  });
});

async function opened(): Promise<void> {
  desk.open('review');
  await until(desk, ({ task: shown, unfinished }) => shown !== null && unfinished !== null);
}
async function sending(name?: string): Promise<Heard> {
  const before = sends.length;
  desk.choose(file(name));
  await expect.poll(() => sends.length).toBe(before + 1);
  return (sends.at(-1) as (typeof sends)[number]).heard;
}

describe('[SUB-1] the desk of a thesis', () => {
  it('asks again until the exam centre tells what is asked', async () => {
    answers = [new Fault('unreachable')];
    desk.open('review');
    await until(desk, ({ trouble }) => trouble !== null);
    waiting.shift()?.();
    expect((await until(desk, ({ task: shown }) => shown !== null)).trouble).toBeNull();
  });

  it('names a file that was begun before, and sends nothing that cannot be what is asked', async () => {
    await opened();
    expect(desk.state.unfinished).toBe('旧稿.pdf');
    desk.choose(file('论文.doc'));
    expect([desk.state.refused?.fault.reason, desk.state.sending, sends.length]).toEqual(['file_format', null, 0]);
  });

  it('announces the hash of the bytes, pauses while the line is down, goes on by itself, and shows the receipt', async () => {
    await opened();
    const first = await sending();
    expect(sends[0]?.sending.sha256).toBe(await sha256Hex(TEXT));
    first.progress(3);
    expect(desk.state.sending).toMatchObject({ phase: 'sending', sent: 3 });
    first.failed(new Fault('unreachable'));
    expect(desk.state.sending).toMatchObject({ phase: 'paused', sent: 3 });
    waiting.shift()?.();
    const second = sends[1]?.heard;
    second?.progress(8);
    expect(desk.state.sending?.phase).toBe('checking');
    received = ['new'];
    second?.arrived('new');
    expect((await until(desk, ({ arrived }) => arrived !== null)).sending).toBeNull();
  });

  it('tells a refusal with the name of the file, and takes the next one', async () => {
    await opened();
    (await sending()).failed(new Fault('file_too_few_pages', { pages: 2, limit: 5 }));
    expect(desk.state).toMatchObject({ sending: null, refused: { fileName: '论文.pdf' } });
    await sending();
    expect(desk.state.refused).toBeNull();
  });

  it('asks for the reason again when the answer was lost and the file is not there', async () => {
    await opened();
    (await sending()).arrived('gone');
    await expect.poll(() => sends.length).toBe(2);
    sends[1]?.heard.failed(new Fault('file_encrypted'));
    expect(desk.state.refused?.fault.reason).toBe('file_encrypted');
  });

  it('stops when asked, and names what can go on', async () => {
    await opened();
    await sending();
    desk.cancel();
    expect([sends[0]?.stopped, desk.state.sending, desk.state.unfinished]).toEqual([true, null, '论文.pdf']);
  });
});
