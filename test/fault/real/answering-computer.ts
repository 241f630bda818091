import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { Fault } from '../../../shared/support/fault.ts';
import { matching, signInBody } from '../../contract/server/people.ts';
import { type KillableBrowser, openKillableBrowser } from '../../e2e/killable-browser.ts';
import { type HomeNetwork, startHomeNetwork } from '../../rehearsal/home-network.ts';
import type { SatDown } from './answering-page.ts';
import type { KillableCentre } from './killable-centre.ts';
import type { ItemRef, WrittenTexts } from './written-texts.ts';

const ITEMS: readonly ItemRef[] = ['t1', 't2'].map((itemId) => ({ sessionId: 'theory', itemId }));
const AGAIN_MS = 200;

/** A candidate's computer with its own disk and its own line to the exam centre: real engine, real IndexedDB. */
export interface AnsweringComputer {
  home: HomeNetwork;
  readonly page: Page;
  /** Signs in, away from any other computer, and takes up what an earlier run left here; waits for a centre that is away. */
  sitDown(): Promise<SatDown & { attemptId: string }>;
  /** kill -9 of the browser; `start` begins it again on the same disk. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

async function bundledPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('answering-page.ts', import.meta.url).pathname],
    ...{ bundle: true, write: false, format: 'iife', target: 'chrome108' },
  });
  return outputFiles[0]?.text ?? '';
}

/** `profile`: a disk of its own to lie on; a new folder unless given. */
export async function openAnsweringComputer(
  centre: KillableCentre,
  texts: WrittenTexts,
  name: string,
  profile: string | null = null,
): Promise<AnsweringComputer> {
  const script = await bundledPage();
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'yunkao-answering-')));
  const home = await startHomeNetwork(centre.port);
  const origin = `https://127.0.0.1:${home.port}`;
  let browser: KillableBrowser | null = null;
  const page = (): Page => {
    if (!browser) throw new Error('the computer is off');
    return browser.page;
  };

  const start = async (): Promise<void> => {
    // The centre's certificate is its own: in the exam window the shell pins it.
    browser = await openKillableBrowser(folder, ['--ignore-certificate-errors']);
    const { page: shown } = browser;
    await shown.exposeFunction('writing', texts.writing);
    await shown.exposeFunction('shownAsSaved', texts.saved);
    // The page belongs to the centre's origin, which a socket needs, and comes from here whatever the line is.
    const html = { contentType: 'text/html', body: `<!doctype html><meta charset="utf-8"><script>${script}</script>` };
    await shown.route(`${origin}/answering`, (route) => route.fulfill(html));
    await shown.goto(`${origin}/answering`);
  };
  const signIn = async () => {
    const signedIn = await centre.http(null)('candidateSignIn', signInBody('wang', name, true));
    const call = centre.http(signedIn.token);
    if (signedIn.attempt.consentAt === null) await call('consent', {});
    if (signedIn.attempt.identity !== 'verified') await call('identityCheck', matching);
    return { signedIn, server: await call('answers', {}) };
  };
  const signInSoon = async (): ReturnType<typeof signIn> => {
    try {
      return await signIn();
    } catch (cause) {
      if (!(cause instanceof Fault) || cause.reason !== 'unreachable') throw cause;
      await wait(AGAIN_MS);
      return signInSoon();
    }
  };

  await start();
  return {
    home,
    get page() {
      return page();
    },
    async sitDown() {
      const { signedIn, server } = await signInSoon();
      const { token, attemptKey, attempt } = signedIn;
      const place = { token, attemptKey, attemptId: attempt.id, epoch: attempt.epoch, server, name, items: ITEMS };
      const found = await page().evaluate((given) => window.sitDown(given), place);
      texts.overtaken(found.older);
      return { ...found, attemptId: attempt.id };
    },
    async kill() {
      await browser?.killHard();
      browser = null;
    },
    start,
    async close() {
      await browser?.killHard();
      await home.close();
      if (profile === null) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
