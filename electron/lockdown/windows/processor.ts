import { arch } from 'node:process';
import type { Win32 } from './win32.ts';

/** What the processor says of itself. */
export interface ProcessorFacts {
  /** Who runs below Windows; empty where nobody says so. */
  hypervisor: string;
  /** Below this Windows runs what it has itself started: Hyper-V, or the isolation of its own kernel. */
  isHost: boolean;
  /** Ticks of the processor's clock for the instruction that a virtual machine must catch; the least of many. */
  ticks: number;
}

/** `cpuid` for the number in ecx, its four answers to where rdx points. */
const CPUID = Buffer.from('534989d089c831c90fa241890041895804418948084189500c5bc3', 'hex');
/** The clock before and after a `cpuid`; the difference. */
const TIMED_CPUID = Buffer.from('530faee80f314189c031c031c90fa20faee80f314429c05bc3', 'hex');

const FEATURES = 1;
const HYPERVISOR_PRESENT = 0x8000_0000;
const HYPERVISOR_VENDOR = 0x4000_0000;
const HYPERVISOR_FEATURES = 0x4000_0003;
/** May make partitions: only the one that Windows itself runs in may. */
const CREATE_PARTITIONS = 1;
const HYPER_V = 'Microsoft Hv';
const TIMES = 200;

const [EBX, ECX] = [4, 8];

/** Null where these instructions are not those of this processor, or Windows does not let us. */
export function processorFacts(win32: Win32): ProcessorFacts | null {
  if (arch !== 'x64') return null;
  const ticks = win32.runInstructions(TIMED_CPUID, (run) => {
    const unused = Buffer.alloc(16);
    return Math.min(...Array.from({ length: TIMES }, () => run(0, unused)));
  });
  return win32.runInstructions(CPUID, (run) => {
    const ask = (leaf: number): Buffer => {
      const answer = Buffer.alloc(16);
      run(leaf, answer);
      return answer;
    };
    if (ticks === null) return null;
    const present = (ask(FEATURES).readUInt32LE(ECX) & HYPERVISOR_PRESENT) !== 0;
    if (!present) return { hypervisor: '', isHost: false, ticks };
    const hypervisor = ask(HYPERVISOR_VENDOR).toString('latin1', EBX).replaceAll('\0', '') || 'unnamed';
    const mayMake = hypervisor === HYPER_V && (ask(HYPERVISOR_FEATURES).readUInt32LE(EBX) & CREATE_PARTITIONS) !== 0;
    return { hypervisor, isHost: mayMake, ticks };
  });
}
