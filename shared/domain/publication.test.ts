import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { GENESIS } from './entry.ts';
import { intactPublications, type PublicationLink, publicationAt, publicationText } from './publication.ts';

const first = { at: 10, visibleFrom: 100 };

test('[RES-1] nothing is told before its time, and from then on it is', () => {
  expect(publicationAt([], 500)).toBeNull();
  expect(publicationAt([first], 99)).toBeNull();
  expect(publicationAt([first], 100)).toBe(first);
});

test('[RES-1] what was published holds until the time of its correction', () => {
  const correction = { at: 200, visibleFrom: 300 };
  expect(publicationAt([first, correction], 299)).toBe(first);
  expect(publicationAt([first, correction], 300)).toBe(correction);
});

test('[RES-1] one that is replaced before its time is never told, whether the later one comes sooner or later', () => {
  const later = { at: 50, visibleFrom: 400 };
  expect(publicationAt([first, later], 399)).toBeNull();
  expect(publicationAt([first, later], 400)).toBe(later);
  const sooner = { at: 50, visibleFrom: 60 };
  expect(publicationAt([first, sooner], 100)).toBe(sooner);
});

test('[RES-1] what was replaced before its time does not bring back what it was to replace', () => {
  const postponed = { at: 200, visibleFrom: 300 };
  const instead = { at: 250, visibleFrom: 250 };
  expect(publicationAt([first, postponed, instead], 1_000)).toBe(instead);
});

test('[RES-1] a publication that was changed, removed or put in breaks the chain', async () => {
  const links: PublicationLink[] = [];
  for (const seq of [1, 2, 3]) {
    const link = {
      ...{ examinationId: 'e', seq, at: seq, by: { id: 'o', name: '考务', role: 'organiser' as const } },
      ...{ visibleFrom: seq, reason: '', unmarked: 0, openCases: 0, candidates: 3, resultsSha256: 'a'.repeat(64) },
      prev: links.at(-1)?.hash ?? GENESIS,
    };
    links.push({ ...link, hash: createHash('sha256').update(publicationText(link)).digest('hex') });
  }
  expect(await intactPublications(links)).toBe(3);
  expect(await intactPublications(links.map((link) => ({ ...link, visibleFrom: 0 })))).toBe(0);
  expect(await intactPublications(links.filter(({ seq }) => seq !== 2))).toBe(1);
});
