import { io, type Socket } from 'socket.io-client';
import { createHttpClient, type HttpClient } from '../../shared/contract/http-client.ts';
import type { RequestReply, StaffSocket } from '../../shared/contract/socket.ts';
import { socketRequest } from '../../shared/contract/socket-request.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/version.ts';
import type { AttemptEvent, WallPlace } from '../../shared/contract/views.ts';
import { httpsFetch } from '../contract/server/https-fetch.ts';

/** How the rehearsal looks at what the server holds: the contract, as a signed-in member of staff. */
export interface StaffApi {
  token: string;
  call: HttpClient;
  wall(): Promise<WallPlace[]>;
  /** Tells each event the moment it reaches the proctor's wall. */
  onEvent(listener: (event: AttemptEvent) => void): void;
  /** Throws when the candidate has not signed in yet. */
  attemptOf(admissionNo: string): Promise<string>;
  close(): void;
}

export async function signInStaff(
  origin: string,
  certificate: string,
  account: { login: string; password: string },
): Promise<StaffApi> {
  const send = httpsFetch(certificate);
  const anyone = createHttpClient({ origin, token: () => null, fetch: send });
  const { token } = await anyone('staffSignIn', account);
  const auth = { token, protocol: PROTOCOL_VERSION };
  const socket: Socket = io(`${origin}/staff`, { auth, ca: certificate, transports: ['websocket'] });
  const wall = async (): Promise<WallPlace[]> =>
    (await socketRequest<RequestReply<StaffSocket, 'wall.join'>>(socket, 'wall.join', {})).places;
  return {
    token,
    call: createHttpClient({ origin, token: () => token, fetch: send }),
    wall,
    onEvent: (listener) => void socket.on('event.added', listener),
    async attemptOf(admissionNo) {
      const attemptId = (await wall()).find((place) => place.admissionNo === admissionNo)?.attemptId;
      if (!attemptId) throw new Error(`the server knows no attempt of ${admissionNo}`);
      return attemptId;
    },
    close: () => socket.disconnect(),
  };
}
