/**
 * Adds `b=AS` (RFC 8866 section 5.8, kilobits a second) to the video section. It bounds publishers that cannot be
 * told a bit rate by `RTCRtpSender.setParameters`, such as iOS 11; the others stay below it by themselves.
 */
export function limitVideo(sdp: string, kbps: number): string {
  return sdp
    .split(/(?=^m=)/m)
    .map((section) => (section.startsWith('m=video') ? section.replace(/^c=.*\r\n/m, `$&b=AS:${kbps}\r\n`) : section))
    .join('');
}
