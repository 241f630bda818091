/**
 * The one protocol version. Raise it whenever a message changes its shape: `version.test.ts` fails until the
 * recorded digest in `contract.lock.json` names the new version. Client and server refuse each other when they differ.
 */
export const PROTOCOL_VERSION = 6;
