import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { rawPaths } from '../../shared/contract/http.ts';
import { createHttpClient, type HttpClient } from '../../shared/contract/http-client.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';

/** A signed-in candidate of the sample roster in a browser of their own. */
export interface SittingCandidate {
  attemptId: string;
  call: HttpClient;
  page: Page;
  context: BrowserContext;
  /** A JPEG of the fake camera, base64. */
  picture: string;
}

/** A face template along one axis: the same axis is the same person. */
export const template = (axis: number): number[] => Array.from({ length: 192 }, (_, index) => (index === axis ? 1 : 0));

/**
 * Signs a candidate in, with consent, and connects the window with its camera. The page is one that the
 * centre itself serves, so that camera and socket work there as they do for the product's pages.
 */
export async function seatCandidate(
  browser: Browser,
  origin: string,
  person: { admissionNo: string; identityNo: string },
): Promise<SittingCandidate> {
  const anyone = createHttpClient({ origin, token: () => null });
  const { token, attempt } = await anyone('candidateSignIn', {
    protocol: PROTOCOL_VERSION,
    ...person,
    computerId: `computer-${person.admissionNo}`,
    platform: 'Windows 10',
    takeOver: false,
  });
  const call = createHttpClient({ origin, token: () => token });
  await call('consent', {});
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error('candidate page', error));
  const script = await build({
    entryPoints: [new URL('console-candidate-page.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome108',
  });
  await page.goto(origin + rawPaths.health);
  await page.evaluate(script.outputFiles[0]?.text ?? '');
  await page.evaluate(([bearer, protocol, attemptId]) => window.sit(bearer, protocol, attemptId), [
    token,
    PROTOCOL_VERSION,
    attempt.id,
  ] as const);
  const picture = await page.evaluate(() => window.takePicture());
  return { attemptId: attempt.id, call, page, context, picture };
}

/** Takes from the page what some phones never had: then it can neither be watched live nor record. */
export function asOldPhone(): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'MediaRecorder'])
    Reflect.deleteProperty(window, name);
}

/** Pairs the real phone page as the second camera and starts it. */
export async function seatPhone(
  browser: Browser,
  origin: string,
  candidate: SittingCandidate,
  { able = true } = {},
): Promise<Page> {
  const { url } = await candidate.call('phoneToken', {});
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
  });
  const phone = await context.newPage();
  if (!able) await phone.addInitScript(asOldPhone);
  await phone.goto(origin + new URL(url).pathname + new URL(url).hash);
  await phone.getByRole('button', { name: '打开摄像头' }).click();
  return phone;
}
