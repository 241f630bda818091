import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A Chromium that is too old for Playwright's protocol, with one page. */
export interface OldBrowser {
  version: string;
  goto(url: string): Promise<void>;
  /** What the expression is in the page, a promise's own value. Throws what it throws there. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** A touch of the first element that the selector names. */
  tap(selector: string): Promise<void>;
  /** What the page could not cope with, so far. */
  errors(): string[];
  close(): Promise<void>;
}

type Sent = { id: number; result?: Record<string, unknown>; error?: { message: string } };
type Told = { method: string; params: Record<string, unknown> };

/** DevTools' protocol over two pipes: messages of JSON, each ended by a zero byte. */
function talkTo(child: ChildProcess, onEvent: (told: Told) => void) {
  const [, , , into, from] = child.stdio as [unknown, unknown, unknown, Writable, Readable];
  const waiting = new Map<number, (sent: Sent) => void>();
  let rest = '';
  let last = 0;
  from.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const parsed = JSON.parse(message) as Sent | Told;
      if ('id' in parsed) waiting.get(parsed.id)?.(parsed);
      else onEvent(parsed);
    }
  });
  return async (method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> => {
    last += 1;
    const id = last;
    const answer = new Promise<Sent>((resolve) => waiting.set(id, resolve));
    into.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answer;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
}

export async function openOldBrowser(executable: string, more: readonly string[]): Promise<OldBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'yunkao-old-browser-'));
  const own = ['--headless', '--remote-debugging-pipe', '--ignore-certificate-errors', `--user-data-dir=${profile}`];
  const child = spawn(executable, [...own, ...more], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const errors: string[] = [];
  const send = talkTo(child, ({ method, params }) => {
    if (method === 'Runtime.exceptionThrown') errors.push(JSON.stringify(params.exceptionDetails));
  });
  const { product } = await send('Browser.getVersion');
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
  const page = (method: string, params: object = {}) => send(method, params, sessionId);
  await page('Runtime.enable');
  await page('Page.enable');

  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const asked = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = (await page('Runtime.evaluate', asked)) as {
      result: { value: Value };
      exceptionDetails?: unknown;
    };
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return result.value;
  };
  return {
    version: String(product),
    evaluate,
    goto: async (url) => void (await page('Page.navigate', { url })),
    tap: (selector) => evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`),
    errors: () => errors,
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
