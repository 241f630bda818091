import type { LinkReading } from './link-pressure.ts';

/** Reads what a video sender's statistics say of its way (W3C webrtc-stats: `remote-inbound-rtp`, `candidate-pair`). */
export async function readLink(sender: RTCRtpSender): Promise<LinkReading> {
  const reading: LinkReading = { lost: 0, available: null };
  (await sender.getStats()).forEach((entry) => {
    if (entry.type === 'remote-inbound-rtp') reading.lost = entry.fractionLost ?? 0;
    if (entry.type === 'candidate-pair' && entry.nominated && entry.availableOutgoingBitrate)
      reading.available = entry.availableOutgoingBitrate;
  });
  return reading;
}
