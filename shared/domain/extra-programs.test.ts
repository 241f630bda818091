import { describe, expect, it } from 'vitest';
import given from '../../assets/prohibited-programs.json';
import { ProhibitedListSchema } from '../contract/prohibited-programs.ts';
import { asProhibited, type ExtraProgram, extraProgramFaults } from './extra-programs.ts';
import { findProhibited } from './prohibited-programs.ts';

const { programs } = ProhibitedListSchema.parse(given);
const extra = (change: Partial<ExtraProgram>): ExtraProgram => ({
  ...{ name: '某题库软件', publisher: '某公司', policy: 'end', images: [], bundleIds: [], ports: [] },
  ...change,
});
const faults = (...added: Partial<ExtraProgram>[]) =>
  extraProgramFaults(added.map(extra), programs).map(({ row, kind, value }) => `${row} ${kind} ${value}`.trim());

describe('[LOCK-5] what an organiser adds to the list', () => {
  it('is taken when it has a name and something to know it by', () => {
    expect(faults({ images: ['题库 大师.exe'] }, { bundleIds: ['com.example.bank'] }, { ports: [51_000] })).toEqual([]);
  });

  const bad: [why: string, change: Partial<ExtraProgram>, fault: string][] = [
    ['no name', { name: ' ', images: ['a.exe'] }, '0 name_missing'],
    ['nothing to know it by', {}, '0 mark_missing'],
    ['a pattern', { images: ['*.exe'] }, '0 image_form *.exe'],
    ['a path', { images: ['C:\\a.exe'] }, '0 image_form C:\\a.exe'],
    ['a bundle id that is none', { bundleIds: ['bank'] }, '0 bundle_id_form bank'],
    ['a port that is none', { ports: [70_000] }, '0 port_range 70000'],
    ['an input method', { images: ['SogouCloud.exe'] }, '0 input_method SogouCloud.exe'],
    ['an input method by its bundle id', { bundleIds: ['com.a.inputmethod.b'] }, '0 input_method com.a.inputmethod.b'],
    ['a part of the system', { images: ['Explorer.exe'] }, '0 system_program Explorer.exe'],
    ['the exam window', { images: ['Yunkao.exe'] }, '0 system_program Yunkao.exe'],
    ['a program of the list', { images: ['wechat.exe'] }, '0 already_listed wechat.exe'],
    ['a security suite to be ended', { images: ['360tray.exe'] }, '0 security_suite_ended 360tray.exe'],
    ['a port of the list', { ports: [7070] }, '0 already_listed 7070'],
  ];
  it.each(bad)('is refused with %s', (_, change, fault) => {
    expect(faults(change)).toEqual([fault]);
  });

  it('names the row, and each mark that another row has already', () => {
    expect(faults({ images: ['a.exe'] }, { images: ['A.EXE', 'b.exe'] }, { name: '', images: ['b.exe'] })).toEqual([
      '1 twice a.exe',
      '2 name_missing',
      '2 twice b.exe',
    ]);
  });

  it('is found on every system under the names given', () => {
    const added = asProhibited(extra({ images: [' bank.exe '] }), 0);
    const renamed = { pid: 7, image: 'x.exe', originalName: 'BANK.exe', bundleId: null, signers: [], ports: [] };
    expect(findProhibited([added], [renamed], 'win32')).toMatchObject([
      { by: 'original_name', program: { id: 'extra-1' } },
    ]);
  });
});
