import { beforeAll, describe, expect, it } from 'vitest';
import { base64Of } from '../support/base64.ts';
import { type KeyPair, makeKeyPair } from '../support/sealed-for.ts';
import { AnswerFileRefused, openAnswerFile, readAnswerFileHeader, writeAnswerFile } from './answer-file.ts';

const keyOf = (fill: number) => base64Of(new Uint8Array(32).fill(fill));
const attemptKey = keyOf(1);
const header = { admissionNo: 'LD20260001', attemptId: 'a' };
const lines = ['{"seq":1}', '{"seq":2,"text":"我的答案"}'];
const HEAD = 13;

let centre: KeyPair;
let file: Uint8Array<ArrayBuffer>;
let headerBytes: number;

beforeAll(async () => {
  centre = await makeKeyPair();
  file = await writeAnswerFile({ header, lines, centreKey: centre.publicKey, attemptKey });
  headerBytes = new TextEncoder().encode(JSON.stringify(header)).length;
});

const faultOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'opened';
  } catch (cause) {
    if (cause instanceof AnswerFileRefused) return cause.fault;
    throw cause;
  }
};
const opened = (bytes: Uint8Array<ArrayBuffer>, key = attemptKey, pair = centre) =>
  faultOf(() => openAnswerFile(bytes, { attemptKey: key, centre: pair }));
const changedAt = (at: number, bit = 1) => {
  const changed = file.slice();
  changed[at] = (changed[at] ?? 0) ^ bit;
  return changed;
};

describe('[ANS-6] the answer file', () => {
  it('tells whose it is in clear, and its content to the exam centre alone', async () => {
    expect(readAnswerFileHeader(file)).toEqual(header);
    expect(await openAnswerFile(file, { attemptKey, centre })).toEqual(lines);
    const text = Buffer.from(file).toString('latin1');
    expect(text).toContain('LD20260001');
    expect(text).not.toContain('seq');
    expect(await opened(file, attemptKey, await makeKeyPair())).toBe('content_broken');
  });

  it('opens in the middle of a larger buffer', async () => {
    const around = new Uint8Array(file.length + 20);
    around.set(file, 7);
    const within = around.subarray(7, 7 + file.length);
    expect(readAnswerFileHeader(within)).toEqual(header);
    expect(await openAnswerFile(within, { attemptKey, centre })).toEqual(lines);
  });

  it('made with the key of another attempt it is refused, whatever its header says', async () => {
    const forged = await writeAnswerFile({ header, lines, centreKey: centre.publicKey, attemptKey: keyOf(2) });
    expect(readAnswerFileHeader(forged)).toEqual(header);
    expect(await opened(forged)).toBe('altered');
  });

  it('a change of any byte is seen: no single one opens', async () => {
    for (let at = 0; at < file.length; at += 1) expect(await opened(changedAt(at)), `byte ${at}`).not.toBe('opened');
  });

  it.each([
    ['the magic', () => 0, 'not_an_answer_file'],
    ['the format', () => 8, 'newer_format'],
    ['the length of the header, high byte', () => 9, 'damaged'],
    ['the length of the header, low byte', () => 12, 'altered'],
    ['the header', () => HEAD + 18, 'altered'],
    ['the ephemeral point', () => HEAD + headerBytes + 1, 'altered'],
    ['the ciphertext', () => HEAD + headerBytes + 70, 'altered'],
    ['the tag of the ciphertext', () => file.length - 33, 'altered'],
    ['the signature', () => file.length - 1, 'altered'],
  ])('a change of %s has its reason', async (_, at, fault) => {
    expect(await opened(changedAt(at()))).toBe(fault);
  });

  it.each([
    ['nothing at all', 0, 'not_an_answer_file'],
    ['a part of the magic', 5, 'not_an_answer_file'],
    ['no length', 10, 'damaged'],
    ['a part of the header', HEAD + 9, 'damaged'],
  ])('cut off so that %s is left, it has its reason', async (_, length, fault) => {
    expect(await faultOf(() => readAnswerFileHeader(file.slice(0, length)))).toBe(fault);
    expect(await opened(file.slice(0, length))).toBe(fault);
  });

  it('cut off or longer anywhere else it is refused as altered', async () => {
    expect(await opened(file.slice(0, -1))).toBe('altered');
    expect(await opened(file.slice(0, -40))).toBe('altered');
    const longer = new Uint8Array(file.length + 1);
    longer.set(file);
    expect(await opened(longer)).toBe('altered');
  });

  it('a header that is no JSON is told as damaged', async () => {
    const broken = file.slice();
    broken.fill(0xff, HEAD, HEAD + 4);
    expect(await faultOf(() => readAnswerFileHeader(broken))).toBe('damaged');
  });

  it('stays small though the same answer stands in it again and again', async () => {
    const essay = Array.from({ length: 2000 }, (_, at) => JSON.stringify({ seq: at, text: '论'.repeat(at) }));
    const packed = await writeAnswerFile({ header, lines: essay, centreKey: centre.publicKey, attemptKey });
    expect(packed.length).toBeLessThan(essay.join('\n').length / 20);
    expect(await openAnswerFile(packed, { attemptKey, centre })).toEqual(essay);
  });
});
