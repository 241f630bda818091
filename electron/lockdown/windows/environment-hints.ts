import type { Finding } from '../../../shared/contract/shell.ts';
import { circumstance } from '../finding.ts';
import type { EnvironmentFacts } from './environment-facts.ts';

/** What makers of virtual machines write into the firmware. */
const VIRTUAL_FIRMWARE =
  /vmware|virtualbox|vbox|innotek|qemu|bochs|parallels|xen\b|kvm|virtual machine|bhyve|hvm domu/i;
/** Their drivers inside of the guest. */
const VIRTUAL_DRIVERS = [
  'VBoxGuest',
  'VBoxMouse',
  'VBoxSF',
  'vmhgfs',
  'vm3dmp',
  'vmmouse',
  'prl_fs',
  'prl_tg',
  'xenvbd',
];
const VIRTUAL_MACS = [
  ...['00:05:69', '00:0c:29', '00:1c:14', '00:50:56', '08:00:27', '00:15:5d', '00:16:3e', '52:54:00', '00:1c:42'],
];
/** Drivers that hand the picture on, or take keys from afar. */
const REMOTE_DRIVERS = ['dfmirage', 'mv2', 'mirrorv3', 'rmdisplay', 'usbmmidd', 'parsecvdd', 'SpacedeskDriver'];
const VIRTUAL_DISPLAY = /virtual display|idd ?sample|spacedesk|usb mobile monitor|parsec|todesk|oray|sunlogin|iddcx/i;

/** Below 400 on bare processors since 2008, from 1200 on where a virtual machine catches it. */
const CAUGHT_FROM_TICKS = 1000;

const MIRACAST = 15;
const INDIRECT_VIRTUAL = 17;

export const DRIVERS_TO_ASK_FOR = [...VIRTUAL_DRIVERS, ...REMOTE_DRIVERS];

function ofProcessor(processor: EnvironmentFacts['processor']): string[] {
  // Windows 11 runs on its own hypervisor on most new computers.
  if (!processor || processor.isHost) return [];
  if (processor.hypervisor) return [`processor: ${processor.hypervisor}`];
  return processor.ticks >= CAUGHT_FROM_TICKS ? [`timing: cpuid takes ${processor.ticks} ticks`] : [];
}

function virtualMachine({ firmware, drivers, macs, processor }: EnvironmentFacts): Finding[] {
  // A host of virtual machines has cards of theirs beside its own.
  const onlyVirtual = macs.length > 0 && macs.every((mac) => VIRTUAL_MACS.includes(mac.slice(0, 8)));
  const hints = [
    ...(VIRTUAL_FIRMWARE.test(firmware) ? [`firmware: ${firmware.trim().slice(0, 100)}`] : []),
    ...drivers.filter((name) => VIRTUAL_DRIVERS.includes(name)).map((name) => `driver: ${name}`),
    ...(onlyVirtual ? [`network card: ${macs[0]}`] : []),
    ...ofProcessor(processor),
  ];
  return hints.length > 0 ? [circumstance('virtual_machine', { hints: hints.join('; ') })] : [];
}

function displays({ paths, adapters }: EnvironmentFacts): Finding[] {
  const mirrored = new Set(paths.map(({ source }) => source)).size < paths.length;
  const connection = paths.flatMap(({ technology }) => {
    if (technology === MIRACAST) return 'wireless';
    return technology === INDIRECT_VIRTUAL ? 'virtual' : [];
  })[0];
  const virtual = adapters.find(({ text, mirror }) => !mirror && VIRTUAL_DISPLAY.test(text));
  return [
    ...(mirrored ? [circumstance('extra_display', { displays: paths.length, mirrored: true })] : []),
    ...(connection ? [circumstance('extra_display', { displays: paths.length, connection })] : []),
    ...(virtual ? [circumstance('extra_display', { displays: paths.length, adapter: virtual.text })] : []),
  ];
}

function remote({ remoteSession, watchedSession, adapters, drivers }: EnvironmentFacts): Finding[] {
  const mirror = adapters.find((each) => each.mirror)?.text;
  const driver = mirror ?? drivers.find((name) => REMOTE_DRIVERS.includes(name));
  return [
    ...(remoteSession ? [circumstance('remote_session', { session: 'remote' })] : []),
    ...(watchedSession ? [circumstance('remote_session', { session: 'watched' })] : []),
    ...(driver ? [circumstance('remote_session', { driver })] : []),
  ];
}

/** Hints, each for a person to look at: none of them proves anything, and none stops a candidate (LOCK-3). */
export function environmentHints(facts: EnvironmentFacts): Finding[] {
  return [...remote(facts), ...displays(facts), ...virtualMachine(facts)];
}
