/** How much of a recorded file tells whether it holds anything: the head of either form is a tenth of it. */
export const RECORDED_HEAD_BYTES = 4096;

/** What media begins with: a cluster of WebM (RFC 9559, 5.1.3), a fragment or the data of MP4 (ISO 14496-12, 8.8.4 and 8.1.1). */
const BEGINNINGS = [
  [0x1f, 0x43, 0xb6, 0x75],
  [...'moof'].map((letter) => letter.charCodeAt(0)),
  [...'mdat'].map((letter) => letter.charCodeAt(0)),
];

/**
 * Whether a file of a MediaRecorder, given by its first `RECORDED_HEAD_BYTES`, holds any picture or sound. A recorder that
 * was stopped before its first picture hands over the head alone (Chromium: 110 bytes), which no player opens: it is no
 * recording, however long it ran.
 */
export function holdsMedia(head: Uint8Array): boolean {
  return BEGINNINGS.some((beginning) =>
    head.some((_, at) => beginning.every((byte, offset) => head[at + offset] === byte)),
  );
}
