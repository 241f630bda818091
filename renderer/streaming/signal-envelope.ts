/**
 * What crosses the signalling channel of one view. A view keeps its id when its peer is recreated, so every signal
 * names the peer it belongs to: a late answer or candidate of the peer before would break the new one.
 */
export interface SignalEnvelope {
  /** Made by the publisher, new for every peer. */
  peerId: string;
  signal: unknown;
}

/** The envelope, or null when `data` is none (another client version, or garbage): it is then to be ignored. */
export function parseEnvelope(data: unknown): SignalEnvelope | null {
  if (typeof data !== 'object' || data === null) return null;
  const { peerId, signal } = data as Partial<Record<keyof SignalEnvelope, unknown>>;
  if (typeof peerId !== 'string' || typeof signal !== 'object' || signal === null) return null;
  return { peerId, signal };
}

/** Whether the signal opens a peer. Only an offer may make a viewer leave the peer it has. */
export function isOffer({ signal }: SignalEnvelope): boolean {
  return (signal as { type?: unknown }).type === 'offer';
}
