import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What of this computer an attack could leave changed. */
export interface Machine {
  /** Processes of ours that run, by what they are. */
  processes: string[];
  files: string[];
}

function below(pid: number): string[] {
  const children = new Map<number, { pid: number; name: string }[]>();
  for (const line of execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).trim().split('\n')) {
    const [child = '', parent = '', ...name] = line.trim().split(/\s+/);
    const known = children.get(Number(parent)) ?? [];
    children.set(Number(parent), [...known, { pid: Number(child), name: name.join(' ') }]);
  }
  const walk = (parent: number): string[] =>
    (children.get(parent) ?? []).flatMap((child) => [child.name, ...walk(child.pid)]);
  return walk(pid).filter((name) => name !== 'ps');
}

/** This program's own children and what lies in its folder for temporary files. */
export const machineNow = (): Machine => ({
  processes: below(process.pid).sort(),
  files: readdirSync(tmpdir())
    .filter((name) => name.startsWith('yunkao-'))
    .sort(),
});

/** Whether the X server of this display, e.g. `:1`, still has its socket. */
export const displayStands = (display: string): boolean => existsSync(`/tmp/.X11-unix/X${display.slice(1)}`);

/** What is there now and was not before. */
export function leftOver(before: Machine, after: Machine): string[] {
  const more = (name: keyof Machine): string[] => {
    const known = [...before[name]];
    return after[name].filter((each) => {
      const at = known.indexOf(each);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
  };
  return [...more('processes'), ...more('files')];
}
