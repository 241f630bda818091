/** H264 first, everything else in its order: hardware on phones, and 20 % less work than VP8 on the proctor's wall. */
export function h264First<Codec extends { mimeType: string }>(codecs: readonly Codec[]): Codec[] {
  const isH264 = ({ mimeType }: Codec) => mimeType.toLowerCase() === 'video/h264';
  return [...codecs.filter(isH264), ...codecs.filter((codec) => !isH264(codec))];
}

/** Asks for H264 in the coming offer. Where the browser cannot say so (iOS 11, old Firefox) its own order stands. */
export function preferH264(connection: RTCPeerConnection): void {
  if (!connection.getTransceivers || !window.RTCRtpSender?.getCapabilities) return;
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
  for (const transceiver of connection.getTransceivers()) {
    if (transceiver.sender.track?.kind !== 'video' || !transceiver.setCodecPreferences) continue;
    transceiver.setCodecPreferences(h264First(codecs));
  }
}
