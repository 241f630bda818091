import { readFile } from 'node:fs/promises';
import { projectPath } from '../../../build/project.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { PaperFile } from '../../../shared/domain/paper.ts';
import { mark } from '../annex2/mark-sitting.ts';

/**
 * Both markers read every written answer of the session and give each half of what it may have; the points that each
 * candidate then has, added up here and not by the product.
 */
export async function markAll(markers: readonly HttpClient[], sessionId: string): Promise<number> {
  const { paper, key } = JSON.parse(
    await readFile(projectPath('assets/sample/papers', `${sessionId}.json`), 'utf8'),
  ) as PaperFile;
  const written = paper.sections.flatMap(({ items }) => items).filter(({ id }) => key[id]?.kind !== 'choice');
  let points = 0;
  for (const { id: itemId, points: most } of written) {
    points += most / 2;
    for (const marker of markers) while (await mark(marker, { sessionId, itemId }, most / 2));
  }
  return points;
}
