import { isInputMethodBundle, namesInputMethod } from './input-methods.ts';
import type { ProgramPolicy } from './program-kinds.ts';
import type { ProhibitedProgram } from './prohibited-programs.ts';

/** A program that an organiser adds to the list for one examination. */
export interface ExtraProgram {
  /** As candidates are told it, in both languages. */
  name: string;
  publisher: string;
  policy: ProgramPolicy;
  /** File names with their endings, of any system; on Windows also the original name. */
  images: string[];
  bundleIds: string[];
  ports: number[];
}

export const EXTRA_PROGRAM_FAULTS = [
  'name_missing',
  'mark_missing',
  'image_form',
  'bundle_id_form',
  'port_range',
  'input_method',
  'system_program',
  'security_suite_ended',
  'already_listed',
  'twice',
] as const;
export type ExtraProgramFaultKind = (typeof EXTRA_PROGRAM_FAULTS)[number];

export interface ExtraProgramFault {
  /** Of the program in the list, from 0. */
  row: number;
  kind: ExtraProgramFaultKind;
  /** What stands there; empty where nothing does. */
  value: string;
  /** Which other program has it, for `already_listed` and `security_suite_ended`; else empty. */
  of: string;
}

/** What the computer itself or the examination runs on: ending one of them would strand the candidate (LOCK-3). */
const SYSTEM_PROGRAMS: ReadonlySet<string> = new Set([
  ...['system', 'registry', 'smss', 'csrss', 'wininit', 'winlogon', 'services', 'lsass', 'lsm', 'svchost', 'dwm'],
  ...[
    'explorer',
    'taskhost',
    'taskhostw',
    'taskhostex',
    'sihost',
    'conhost',
    'runtimebroker',
    'fontdrvhost',
    'dllhost',
  ],
  ...['searchindexer', 'startmenuexperiencehost', 'shellexperiencehost', 'spoolsv', 'audiodg', 'rundll32', 'logonui'],
  ...['launchd', 'kernel_task', 'windowserver', 'loginwindow', 'finder', 'dock', 'systemuiserver', 'coreaudiod'],
  ...['systemd', 'init', 'xorg', 'xwayland', 'gnome-shell', 'plasmashell', 'kwin_x11', 'dbus-daemon', 'pulseaudio'],
  ...['pipewire', 'networkmanager', 'electron', 'yunkao', '云考'],
]);
const stem = (file: string): string => file.toLowerCase().replace(/[.](?:exe|app)$/, '');
const folded = (text: string): string => text.trim().toLowerCase();

/** Marks of a program as text, so that two programs can be told to have one in common. */
const marksOf = (images: readonly string[], bundleIds: readonly string[], ports: readonly number[]): string[] => [
  ...images.map(folded),
  ...bundleIds.map(folded),
  ...ports.map((port) => `:${port}`),
];

function listedMarks(list: readonly ProhibitedProgram[]): Map<string, ProhibitedProgram> {
  return new Map(
    list.flatMap((program) => {
      const { images, originalNames, bundleIds, ports } = program.marks;
      const files = [...images.win32, ...images.darwin, ...images.linux, ...originalNames];
      return marksOf(files, bundleIds, ports).map((mark) => [mark, program] as const);
    }),
  );
}

/** What is wrong with an organiser's programs beside the list that everybody has; they are taken when nothing is. */
export function extraProgramFaults(
  programs: readonly ExtraProgram[],
  list: readonly ProhibitedProgram[],
): ExtraProgramFault[] {
  const listed = listedMarks(list);
  const seen = new Set<string>();
  return programs.flatMap((program, row) => {
    const { images, bundleIds, ports } = program;
    const faults: ExtraProgramFault[] = [];
    const fault = (kind: ExtraProgramFaultKind, value: string, of = '') => faults.push({ row, kind, value, of });
    if (program.name.trim() === '') fault('name_missing', '');
    const marks = marksOf(images, bundleIds, ports);
    if (marks.length === 0) fault('mark_missing', '');
    for (const image of images) {
      if (/[*?<>|"\\/:]/.test(image) || image.trim() === '') fault('image_form', image);
      else if (namesInputMethod(image.trim())) fault('input_method', image);
      else if (SYSTEM_PROGRAMS.has(stem(image.trim()))) fault('system_program', image);
    }
    for (const id of bundleIds) {
      if (!/^[A-Za-z0-9-]+(?:[.][A-Za-z0-9_-]+)+$/.test(id)) fault('bundle_id_form', id);
      else if (isInputMethodBundle(id)) fault('input_method', id);
      else if (/^com[.]apple[.](?:finder|dock|loginwindow|systempreferences)$/i.test(id)) fault('system_program', id);
    }
    for (const port of ports) if (!Number.isInteger(port) || port < 1 || port > 65_535) fault('port_range', `${port}`);
    for (const mark of new Set(marks)) {
      const other = listed.get(mark);
      const value = mark.replace(/^:/, '');
      // A suite that is fought fights back and takes the examination with it.
      const fought = other?.kind === 'security_suite' && program.policy === 'end';
      if (other) fault(fought ? 'security_suite_ended' : 'already_listed', value, other.name.zh);
      else if (seen.has(mark)) fault('twice', value);
    }
    for (const mark of marks) seen.add(mark);
    return faults;
  });
}

/** The organiser's program as one of the list. Which system a file name is of nobody has to say. */
export function asProhibited({ name, publisher, policy, ...marks }: ExtraProgram, row: number): ProhibitedProgram {
  const images = marks.images.map((image) => image.trim());
  return {
    id: `extra-${row + 1}`,
    name: { zh: name.trim(), en: name.trim() },
    publisher: publisher.trim(),
    kind: 'other',
    policy,
    quit: 'window',
    marks: {
      images: { win32: images, darwin: images, linux: images },
      originalNames: [],
      bundleIds: marks.bundleIds,
      signers: [],
      ports: marks.ports,
    },
  };
}
