import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The one file whose place OpenStack Swift does not let one choose; Debian's package brings it. */
const CLUSTER = '/etc/swift/swift.conf';
const PROGRAMS = ['swift-proxy-server', 'swift-account-server', 'swift-container-server', 'swift-object-server'];

/** The directory of OpenStack Swift's programs on this computer, which speak S3; null where it lacks one. */
export function findSwift(): string | null {
  const directories = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
  const found = directories.find((directory) => PROGRAMS.every((program) => existsSync(join(directory, program))));
  return existsSync(CLUSTER) ? (found ?? null) : null;
}
