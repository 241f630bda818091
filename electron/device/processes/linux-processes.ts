import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ProcessEntry, type SystemProcesses, signal } from './system-processes.ts';

const LISTENING = '0A';

async function entryOf(pid: string): Promise<ProcessEntry[]> {
  try {
    const path = (await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
    return [{ pid: Number(pid), image: basename(path), path }];
  } catch (cause) {
    // Threads of the kernel and processes that have ended have no file; somebody else's tells its short name alone.
    if ((cause as NodeJS.ErrnoException).code !== 'EACCES') return [];
    const image = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();
    return image ? [{ pid: Number(pid), image, path: null }] : [];
  }
}

const pids = async (): Promise<string[]> => (await readdir('/proc')).filter((name) => /^\d+$/.test(name));

/** Sockets of /proc/net/tcp that listen, by inode: `sl local_address rem_address st … uid timeout inode`. */
export const parseListening = (table: string): { inode: string; port: number }[] =>
  table.split('\n').flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    const port = Number.parseInt(local?.split(':')[1] ?? '', 16);
    return state === LISTENING && inode && !Number.isNaN(port) ? [{ inode, port }] : [];
  });

/** Inodes of the sockets that a process holds; none where we may not look. */
async function socketsOf(pid: string): Promise<string[]> {
  const handles = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const targets = await Promise.all(handles.map((handle) => readlink(`/proc/${pid}/fd/${handle}`).catch(() => '')));
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
}

export const linuxProcesses: SystemProcesses = {
  list: async () => (await Promise.all((await pids()).map(entryOf))).flat(),
  async listeners(ports) {
    const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => ''));
    const open = (await Promise.all(tables)).flatMap(parseListening).filter(({ port }) => ports.has(port));
    // Whose a socket is takes a look at every process: only when one of the ports is open at all.
    if (open.length === 0) return [];
    const portOf = new Map(open.map(({ inode, port }) => [inode, port]));
    const held = await Promise.all(
      (await pids()).map(async (pid) =>
        (await socketsOf(pid)).flatMap((inode) => {
          const port = portOf.get(inode);
          return port === undefined ? [] : [{ pid: Number(pid), port }];
        }),
      ),
    );
    return held.flat();
  },
  askToClose: async (pid) => signal(pid, 'SIGTERM'),
  end: async (pid) => signal(pid, 'SIGKILL'),
};
