import { expect, it } from 'vitest';
import type { ThesisLimits } from '../../../shared/domain/paper.ts';
import { localFault } from './local-check.ts';

const limits: ThesisLimits = { formats: ['pdf', 'docx'], maxBytes: 100, minPages: 5, maxPages: 30 };
const told = (name: string, size: number) => localFault({ name, size }, limits)?.reason ?? null;

it('lets through what may be what was asked for, however its name is written', () => {
  expect([told('论文.pdf', 100), told('a.b.DOCX', 1)]).toEqual([null, null]);
});

it('refuses what cannot be, before it is sent', () => {
  expect([told('论文.doc', 1), told('论文.pdf.exe', 1), told('pdf', 1)]).toEqual([
    'file_format',
    'file_format',
    'file_format',
  ]);
  expect([told('a.docm', 1), told('a.pdf', 0), told('a.pdf', 101)]).toEqual([
    'file_format',
    'file_broken',
    'file_too_large',
  ]);
});
