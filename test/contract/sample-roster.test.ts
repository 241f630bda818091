import { describe, expect, it } from 'vitest';
import { RosterFileSchema } from '../../server/start/sample-schema.ts';
import { STAFF_ROLES } from '../../shared/domain/staff.ts';
import { sampleFile, samplePlan } from './sample-papers.ts';

describe('the sample roster', () => {
  const { candidates, staff } = RosterFileSchema.parse(sampleFile('roster.json'));

  it('has an identity number and an admission number of their own for everybody', () => {
    for (const numbers of [
      candidates.map((person) => person.identityNo),
      candidates.map((person) => person.admissionNo),
    ])
      expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('makes its people recognisable as invented by the sequence number 000', () => {
    expect(candidates.filter(({ identityNo }) => identityNo.slice(14, 17) !== '000')).toEqual([]);
  });

  it('has a candidate for every examination, some with a photo and some without', () => {
    expect(new Set(candidates.map(({ examination }) => examination))).toEqual(
      new Set(samplePlan.examinations.map(({ id }) => id)),
    );
    expect(new Set(candidates.map(({ photo }) => photo === null))).toEqual(new Set([true, false]));
  });

  it('has staff of every role, among them the three markers that a difference needs', () => {
    expect(new Set(staff.map(({ role }) => role))).toEqual(new Set(STAFF_ROLES));
    expect(staff.filter(({ role }) => role === 'marker').length).toBeGreaterThanOrEqual(3);
    expect(new Set(staff.map(({ login }) => login)).size).toBe(staff.length);
  });

  it('has two organisers: one asks for a change, the other decides', () => {
    expect(staff.filter(({ role }) => role === 'organiser')).toHaveLength(2);
  });

  it('[MARK-3] assigns three markers to every examination, so that a rehearsal can be marked at once', () => {
    expect(staff.filter(({ marks }) => marks === 'all').map(({ role }) => role)).toEqual(Array(3).fill('marker'));
  });
});
