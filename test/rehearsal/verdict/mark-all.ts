import { readFile } from 'node:fs/promises';
import { projectPath } from '../../../build/project.ts';
import type { HttpClient } from '../../../shared/contract/http-client.ts';
import type { PaperFile } from '../../../shared/domain/paper.ts';

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
    for (const marker of markers) {
      const { criteria } = await marker('markingMaterial', { sessionId, itemId });
      const given = Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion.points / 2]));
      for (;;) {
        const { task } = await marker('nextResponse', { sessionId, itemId });
        if (!task) break;
        const mark = { points: most / 2, criteria: given, comment: '', responseHash: task.responseHash };
        await marker('giveMark', mark, { code: task.code });
      }
    }
  }
  return points;
}
