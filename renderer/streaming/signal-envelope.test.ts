import { describe, expect, it } from 'vitest';
import { isOffer, parseEnvelope } from './signal-envelope.ts';

describe('signal envelope', () => {
  it('passes what a peer sent, with the peer it belongs to', () => {
    const envelope = { peerId: 'a-1', signal: { type: 'offer', sdp: 'v=0' } };
    expect(parseEnvelope(envelope)).toEqual(envelope);
    expect(isOffer(envelope)).toBe(true);
    expect(isOffer({ peerId: 'a-1', signal: { type: 'candidate', candidate: {} } })).toBe(false);
  });

  it.each([[null], ['text'], [{}], [{ peerId: 1, signal: {} }], [{ peerId: 'a', signal: null }]])(
    'refuses %j instead of throwing',
    (data) => {
      expect(parseEnvelope(data)).toBeNull();
    },
  );
});
