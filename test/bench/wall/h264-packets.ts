const LARGEST = 1_100;
const FRAGMENT = 28;

/** The NAL units of an Annex B access unit. */
function nalUnits(unit: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = unit.indexOf('000001', 0, 'hex'); at !== -1; at = unit.indexOf('000001', at + 3, 'hex'))
    starts.push(at);
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? unit.length;
    const zeros = next < unit.length && unit[next - 1] === 0 ? 1 : 0;
    return unit.subarray(start + 3, next - zeros);
  });
}

/** The RTP payloads of one access unit: single NAL units, and FU-A fragments of large ones (RFC 6184, 5.6 and 5.8). */
export function h264Payloads(unit: Buffer): Buffer[] {
  return nalUnits(unit).flatMap((nal) => {
    if (nal.length <= LARGEST) return [nal];
    const [header = 0] = nal;
    const payloads: Buffer[] = [];
    for (let from = 1; from < nal.length; from += LARGEST) {
      const part = nal.subarray(from, from + LARGEST);
      const [first, last] = [from === 1, from + LARGEST >= nal.length];
      const fragment = [(header & 0xe0) | FRAGMENT, (first ? 0x80 : 0) | (last ? 0x40 : 0) | (header & 0x1f)];
      payloads.push(Buffer.concat([Buffer.from(fragment), part]));
    }
    return payloads;
  });
}
