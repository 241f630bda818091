import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that is cut after so many bytes of one direction, once. */
export class CutRelay {
  private readonly lines = new Set<Socket>();
  /** What is left of a direction until it is cut. */
  private left: { up: number; down: number } = { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY };
  /** Changes what goes up. */
  alter: (piece: Buffer) => Buffer = (piece) => piece;
  private readonly server = createServer((near) => {
    const far = connect(this.to, '127.0.0.1');
    for (const line of [near, far]) {
      this.lines.add(line);
      line.on('error', () => undefined);
      line.on('close', () => {
        this.lines.delete(line);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (piece: Buffer) => this.pass('up', this.alter(piece), far, near));
    far.on('data', (piece: Buffer) => this.pass('down', piece, near, far));
  });
  private constructor(private readonly to: number) {}

  static async to(port: number): Promise<CutRelay> {
    const relay = new CutRelay(port);
    await once(relay.server.listen(0, '127.0.0.1'), 'listening');
    return relay;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  cutOnceAfter(direction: 'up' | 'down', bytes: number): void {
    this.left[direction] = bytes;
  }

  /** Whether it was cut. */
  get wasCut(): boolean {
    return this.left.up <= 0 || this.left.down <= 0;
  }

  private pass(direction: 'up' | 'down', piece: Buffer, to: Socket, from: Socket): void {
    const before = this.left[direction];
    this.left[direction] -= piece.length;
    if (before <= 0 || this.left[direction] > 0) {
      to.write(piece);
      return;
    }
    to.write(piece.subarray(0, before), () => {
      to.destroy();
      from.destroy();
    });
  }

  async end(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const line of this.lines) line.destroy();
    await closed;
  }
}
