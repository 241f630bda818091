import { Agent, type AgentOptions, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect } from 'node:tls';
import type { ServerAddress } from '../startup/server-address.ts';

/** A line on which nothing moves for this long is dead: the segment is tried again on a new one. */
const SILENCE_MS = 30_000;

type Opened = (error: Error | null, stream: Duplex) => void;

/**
 * Hands a connection out only once the server has shown the pinned certificate, so that no token is ever written to
 * another. The chain is not checked: the fingerprint is what is trusted.
 */
class PinnedAgent extends Agent {
  readonly #fingerprint: string;

  constructor(options: AgentOptions, fingerprint: string) {
    super(options);
    this.#fingerprint = fingerprint;
  }

  override createConnection(options: RequestOptions, opened: Opened): undefined {
    const socket = connect({ ...(options as ConnectionOptions), rejectUnauthorized: false });
    const failed = (cause: Error) => opened(cause, socket);
    let handedOut = false;
    socket.once('error', failed);
    // Once handed out whoever uses it hears of its end; an idle one has nobody to hear an error.
    socket.setTimeout(SILENCE_MS, () =>
      socket.destroy(handedOut ? undefined : new Error('the server does not answer')),
    );
    socket.once('secureConnect', () => {
      const seen = socket.getPeerCertificate().fingerprint256?.replace(/:/g, '').toLowerCase();
      if (seen !== this.#fingerprint) {
        socket.destroy(new Error('the server showed another certificate than the pinned one'));
        return;
      }
      handedOut = true;
      socket.removeListener('error', failed);
      opened(null, socket);
    });
    return undefined;
  }
}

/** Connections to the one server: pinned where a fingerprint is given, else verified as usual. */
export function serverAgent({ fingerprint }: ServerAddress): Agent {
  const options: AgentOptions = { keepAlive: true, maxSockets: 1, timeout: SILENCE_MS };
  return fingerprint === null ? new Agent(options) : new PinnedAgent(options, fingerprint);
}
