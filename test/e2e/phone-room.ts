import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import { ensureChromium } from '../../build/runtimes/chromium.ts';
import { createHttpClient, type HttpClient } from '../../shared/contract/http-client.ts';
import type { ClientToServer, ServerToClient, StaffSocket } from '../../shared/contract/socket.ts';
import { socketRequest } from '../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import type { WallPlace } from '../../shared/contract/views.ts';
import { BROWSER_ARGUMENTS } from '../films/browser-arguments.ts';
import { type Centre, type CentreTimes, startCentre } from '../rehearsal/centre.ts';

/** A real exam centre with one candidate who has signed in, one proctor at the wall, and a browser to be the phone. */
export interface PhoneRoom {
  centre: Centre;
  attemptId: string;
  candidate: HttpClient;
  staff: Socket<ServerToClient<StaffSocket>, ClientToServer<StaffSocket>>;
  staffHttp: HttpClient;
  staffToken: string;
  /** What the proctor's wall says of the phone. */
  phoneState(): WallPlace['phone'] | undefined;
  phoneCause(): WallPlace['phoneCause'] | undefined;
  /** A QR code as the exam window would show it, on the address this machine surely has. */
  qrCode(): Promise<string>;
  phoneContext(userAgent?: string): Promise<BrowserContext>;
  close(): Promise<void>;
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [...BROWSER_ARGUMENTS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
}

export async function openPhoneRoom(times: CentreTimes): Promise<PhoneRoom> {
  // The test trusts the server it started itself; the product pins its certificate.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const centre = await startCentre(times);
  const { origin } = centre;
  const anyone = createHttpClient({ origin, token: () => null });
  const signedIn = await anyone('candidateSignIn', {
    protocol: PROTOCOL_VERSION,
    admissionNo: 'LD20260001',
    identityNo: '210102199001010007',
    computerId: 'test-computer',
    platform: 'test',
    takeOver: false,
  });
  const candidate = createHttpClient({ origin, token: () => signedIn.token });
  const { id: attemptId } = await candidate('consent', {});
  const { token: staffToken } = await anyone('staffSignIn', { login: 'proctor1', password: 'jiankao-2026-1' });

  const places = new Map<string | null, WallPlace>();
  const staff: PhoneRoom['staff'] = io(`${origin}/staff`, {
    auth: { token: staffToken, protocol: PROTOCOL_VERSION },
    rejectUnauthorized: false,
  });
  staff.on('place.changed', (place) => places.set(place.attemptId, place));
  const wall = await socketRequest<{ places: WallPlace[] }>(staff, 'wall.join', {});
  for (const place of wall.places) places.set(place.attemptId, place);
  const browser = await launch();

  return {
    centre,
    attemptId,
    candidate,
    staff,
    staffHttp: createHttpClient({ origin, token: () => staffToken }),
    staffToken,
    phoneState: () => places.get(attemptId)?.phone,
    phoneCause: () => places.get(attemptId)?.phoneCause,
    async qrCode() {
      const { pathname, hash } = new URL((await candidate('phoneToken', {})).url);
      return origin + pathname + hash;
    },
    phoneContext: (userAgent) =>
      browser.newContext({
        ignoreHTTPSErrors: true,
        viewport: { width: 390, height: 844 },
        locale: 'zh-CN',
        ...(userAgent && { userAgent }),
      }),
    async close() {
      staff.close();
      await browser.close();
      await centre.close();
    },
  };
}
