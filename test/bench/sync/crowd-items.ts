import { readFile } from 'node:fs/promises';
import { projectPath } from '../../../build/project.ts';
import type { CrowdItem } from './crowd-orders.ts';

/** Every item of a session of the sample, in the paper's order. */
export async function crowdItems(sessionId: string): Promise<CrowdItem[]> {
  const file = await readFile(projectPath('assets/sample/papers', `${sessionId}.json`), 'utf8');
  const { paper } = JSON.parse(file) as { paper: { sections: { items: { id: string }[] }[] } };
  return paper.sections.flatMap(({ items }) => items.map(({ id }) => ({ sessionId, itemId: id })));
}
