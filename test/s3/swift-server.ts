import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { findSwift } from '../../build/runtimes/swift.ts';
import type { BucketPlace } from '../../server/bucket/bucket-place.ts';

const CREDENTIALS = { accessKeyId: 'yunkao:keeper', secretAccessKey: 'a-secret-of-the-test' };
const BUCKET = 'evidence';
/** Debian's own, for which its Swift is. */
const PYTHON = '/usr/bin/python3';
/** Where each part finds the one disk there is. `swift-ring-builder` does the same in nine starts of a second each. */
const RINGS = `
import sys
from swift.common.ring import RingBuilder
for part, port in (each.split(":") for each in sys.argv[1:]):
    ring = RingBuilder(4, 1, 0)
    place = dict(region=1, zone=1, ip="127.0.0.1", port=int(port), device="d1", weight=1)
    ring.add_dev(dict(place, replication_ip=place["ip"], replication_port=place["port"], meta=""))
    ring.rebalance()
    ring.get_ring().save(part + ".ring.gz")
`;

import { freePort } from '../free-port.ts';

const PARTS = ['account', 'container', 'object'] as const;

/** Resolves once somebody listens there: what these programs say of themselves they say to syslog alone. */
async function listening(port: number, program: ChildProcess): Promise<void> {
  for (;;) {
    if (program.exitCode !== null) throw new Error(`Swift ended (${program.exitCode})`);
    const line = connect(port, '127.0.0.1');
    const reached = await Promise.race([
      once(line, 'connect').then(() => true),
      once(line, 'error').then(() => false),
    ]).catch(() => false);
    line.destroy();
    if (reached) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Why a test is left out. Throws where it must not be: `YUNKAO_S3=required`. */
export function noSwift(): string {
  if (process.env.YUNKAO_S3 === 'required') throw new Error('There is no OpenStack Swift on this computer.');
  return 'no S3-compatible server on this computer (OpenStack Swift)';
}

/** An OpenStack Swift of one disk with its S3 door, on loopback, and an empty bucket in it. */
export class SwiftServer {
  readonly credentials = CREDENTIALS;
  private readonly running = new Map<string, ChildProcess>();
  private constructor(
    private readonly programs: string,
    private readonly directory: string,
    private readonly ports: Readonly<Record<(typeof PARTS)[number] | 'proxy', number>>,
  ) {}

  /** Null where this computer has no Swift. */
  static async make(): Promise<SwiftServer | null> {
    const programs = findSwift();
    if (!programs) return null;
    const directory = await mkdtemp(join(tmpdir(), 'yunkao-swift-'));
    const [proxy, account, container, object] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const swift = new SwiftServer(programs, directory, { proxy, account, container, object });
    await mkdir(join(directory, 'devices', 'd1'), { recursive: true });
    await swift.layOut();
    await Promise.all([...PARTS.map((part) => swift.run(part)), swift.start()]);
    await swift.client.send(new CreateBucketCommand({ Bucket: BUCKET }));
    return swift;
  }

  private configuration(part: keyof SwiftServer['ports']): string {
    return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${this.ports[part]}
workers = 0
user = ${userInfo().username}
swift_dir = ${this.directory}
devices = ${join(this.directory, 'devices')}
mount_check = false
recon_cache_path = ${this.directory}
`;
  }

  private proxyConfiguration(): string {
    const own: Record<string, string> = {
      // Asked for, and nobody has to be there.
      cache: 'memcache_servers = 127.0.0.1:9',
      tempauth: `user_${CREDENTIALS.accessKeyId.replace(':', '_')} = ${CREDENTIALS.secretAccessKey} .admin`,
    };
    const filters = ['catch_errors', 'cache', 'listing_formats', 's3api', 'tempauth', 'copy', 'slo'];
    const use = (name: string) =>
      `[filter:${name}]\nuse = egg:swift#${name === 'cache' ? 'memcache' : name}\n${own[name] ?? ''}\n`;
    return `${this.configuration('proxy')}
[pipeline:main]
pipeline = ${filters.join(' ')} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
${filters.map(use).join('')}`;
  }

  private async layOut(): Promise<void> {
    for (const part of PARTS) {
      const server = `[pipeline:main]\npipeline = ${part}-server\n[app:${part}-server]\nuse = egg:swift#${part}\n`;
      await writeFile(join(this.directory, `${part}.conf`), `${this.configuration(part)}\n${server}`);
    }
    await writeFile(join(this.directory, 'proxy.conf'), this.proxyConfiguration());
    const rings = PARTS.map((part) => `${part}:${this.ports[part]}`);
    await promisify(execFile)(PYTHON, ['-c', RINGS, ...rings], { cwd: this.directory });
  }

  private async run(part: keyof SwiftServer['ports']): Promise<void> {
    const args = [join(this.directory, `${part}.conf`)];
    const program = spawn(join(this.programs, `swift-${part}-server`), args, { stdio: 'ignore' });
    this.running.set(part, program);
    await listening(this.ports[part], program);
  }

  private async halt(part: string): Promise<void> {
    const program = this.running.get(part);
    if (!program || program.exitCode !== null || program.signalCode !== null) return;
    const gone = once(program, 'exit');
    program.kill('SIGKILL');
    await gone;
  }

  private get client(): S3Client {
    const { endpoint, region } = this.place();
    return new S3Client({ endpoint, region, credentials: CREDENTIALS, forcePathStyle: true });
  }

  get port(): number {
    return this.ports.proxy;
  }

  place(more: Partial<BucketPlace> = {}): BucketPlace {
    const endpoint = `http://127.0.0.1:${this.port}`;
    return { bucket: BUCKET, prefix: '', endpoint, region: 'us-east-1', credentials: null, ...more };
  }

  /** Names of everything in the bucket. */
  async keys(prefix = ''): Promise<string[]> {
    const { Contents = [] } = await this.client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }));
    return Contents.map(({ Key = '' }) => Key);
  }

  /** Its door. */
  start = (): Promise<void> => this.run('proxy');

  /** As when the machine with the door loses its power: everything in it stays. */
  stop = (): Promise<void> => this.halt('proxy');

  async end(): Promise<void> {
    for (const part of this.running.keys()) await this.halt(part);
    await rm(this.directory, { recursive: true, force: true });
  }
}
