import { describe, expect, it } from 'vitest';
import type { EnvironmentFacts } from './environment-facts.ts';
import { environmentHints } from './environment-hints.ts';

/** A laptop at home: one display of its own, a host of virtual machines, too. */
const LAPTOP: EnvironmentFacts = {
  remoteSession: false,
  watchedSession: false,
  paths: [{ source: 'a', technology: 0x80000000 }],
  adapters: [{ text: 'Intel(R) HD Graphics 4000', mirror: false }],
  firmware: 'LENOVO 20B7S0RB00 LENOVO GJET79WW Intel Video BIOS',
  drivers: [],
  macs: ['3c:97:0e:11:22:33', '00:50:56:c0:00:01'],
  processor: { hypervisor: '', isHost: false, ticks: 120 },
};
const hints = (facts: Partial<EnvironmentFacts>) =>
  environmentHints({ ...LAPTOP, ...facts }).map(({ kind, detail }) => ({ kind, ...detail }));

describe('[LOCK-3] hints of the environment', () => {
  it('an ordinary laptop, also one that hosts virtual machines, gives none', () => {
    expect(hints({})).toEqual([]);
  });

  it('a virtual machine is told with everything that speaks for it', () => {
    expect(hints({ firmware: 'innotek GmbH VirtualBox', drivers: ['VBoxGuest'], macs: ['08:00:27:00:00:01'] })).toEqual(
      [
        {
          kind: 'virtual_machine',
          hints: 'firmware: innotek GmbH VirtualBox; driver: VBoxGuest; network card: 08:00:27:00:00:01',
        },
      ],
    );
  });

  it('a processor that names a hypervisor is a hint, unless it is the one that Windows runs on by itself', () => {
    const processor = { hypervisor: 'Microsoft Hv', isHost: true, ticks: 2500 };
    expect(hints({ processor })).toEqual([]);
    expect(hints({ processor: { ...processor, isHost: false } })).toEqual([
      { kind: 'virtual_machine', hints: 'processor: Microsoft Hv' },
    ]);
    expect(hints({ processor: null })).toEqual([]);
  });

  it('a hypervisor that hides is told by the time it takes', () => {
    expect(hints({ processor: { hypervisor: '', isHost: false, ticks: 1800 } })).toEqual([
      { kind: 'virtual_machine', hints: 'timing: cpuid takes 1800 ticks' },
    ]);
  });

  it('a mirrored and a wireless display are told apart from a second one', () => {
    const second = { source: 'b', technology: 5 };
    expect(hints({ paths: [...LAPTOP.paths, second] })).toEqual([]);
    expect(hints({ paths: [...LAPTOP.paths, { source: 'a', technology: 15 }] })).toEqual([
      { kind: 'extra_display', displays: 2, mirrored: true },
      { kind: 'extra_display', displays: 2, connection: 'wireless' },
    ]);
  });

  it('a remote session, one that is watched, and a mirror driver are remote control', () => {
    const adapters = [{ text: 'Mirage Driver', mirror: true }];
    expect(hints({ remoteSession: true, watchedSession: true, adapters })).toEqual([
      { kind: 'remote_session', session: 'remote' },
      { kind: 'remote_session', session: 'watched' },
      { kind: 'remote_session', driver: 'Mirage Driver' },
    ]);
  });
});
