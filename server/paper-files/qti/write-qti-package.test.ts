import { expect, it } from 'vitest';
import type { PaperFile } from '../../../shared/domain/paper.ts';
import { paperFaults } from '../../../shared/domain/paper-faults.ts';
import { readArchive } from '../../archives/read-archive.ts';
import { elementsBelow, elementsIn, type XmlElement, xmlTree } from '../../xml/xml-element.ts';
import { target } from '../broken-file.fixture.ts';
import { examplePaper } from '../example-paper.ts';
import { readPaperFile } from '../read-paper-file.ts';
import { writeQtiPackage } from './write-qti-package.ts';

const LIMITS = { entries: 1_000, entryBytes: 1e7, totalBytes: 1e7 };
/** The root of every XML file of the package, by path. */
async function packed(file: PaperFile): Promise<Map<string, XmlElement>> {
  const files = await readArchive(await writeQtiPackage(file), LIMITS);
  return new Map(
    [...files].filter(([path]) => path.endsWith('.xml')).map(([path, bytes]) => [path, xmlTree(bytes, path)]),
  );
}
const everything = (root: XmlElement): XmlElement[] => [root, ...elementsIn(root).flatMap(everything)];

it('names in its manifest what each file needs, and nothing that is not there', async () => {
  const files = await packed(examplePaper(target));
  const resources = elementsBelow(files.get('imsmanifest.xml') as XmlElement, 'resource');
  const hrefs = new Map(resources.map(({ attributes }) => [attributes.identifier, attributes.href]));
  const needs = (href: string) =>
    resources
      .filter(({ attributes }) => attributes.href === href)
      .flatMap((resource) => elementsIn(resource, 'dependency'))
      .map(({ attributes }) => decodeURIComponent(decodeURI(hrefs.get(attributes.identifierref) ?? 'nothing')));
  const { paper } = examplePaper(target);
  const items = paper.sections.flatMap((section) => section.items.map(({ id }) => `items/${id}.xml`));
  expect(needs('assessment.xml')).toEqual(items);
  const hrefOf = (path: string) => encodeURI(path.replace(/[^/.]+/g, encodeURIComponent));
  expect(needs(hrefOf('items/案选1.xml'))).toEqual(['stimuli/案例1.xml']);
  expect(needs(hrefOf('stimuli/案例1.xml'))).toEqual(['pictures/图1.png']);
});

it('calls everything by a name as XML takes it, whatever its id, and is read back with the ids', async () => {
  const file = structuredClone(examplePaper(target));
  const renamed = new Map<string, string>();
  const odd = (id: string, name: string) => renamed.set(id, name).get(id) as string;
  file.paper.id = '2020/09 卷';
  for (const [at, section] of file.paper.sections.entries()) {
    section.id = `${at + 1}`;
    for (const item of section.items) {
      item.id = odd(item.id, `${at}:${item.id} %`);
      if (item.stimulusId !== undefined) item.stimulusId = `（${item.stimulusId}）`;
      if ('options' in item) for (const option of item.options) option.id = `yk-${option.id}`;
    }
  }
  for (const stimulus of file.paper.stimuli) stimulus.id = `（${stimulus.id}）`;
  file.key = Object.fromEntries(
    Object.entries(file.key).map(([id, key]) => [
      renamed.get(id) ?? id,
      key.kind === 'choice'
        ? { ...key, correct: key.correct.map((option) => (/^[A-D]$/.test(option) ? `yk-${option}` : option)) }
        : key,
    ]),
  );
  expect(paperFaults(file)).toEqual([]);
  const elements = [...(await packed(file)).values()].flatMap(everything);
  const names = elements.flatMap(({ attributes }) => attributes.identifier ?? []);
  const values = elements.filter(({ name }) => name === 'qti-value').flatMap(({ children }) => children);
  expect(
    [...names, ...values].filter((name) => !/^[A-Za-z_\u4e00-\u9fa5][\w.\-\u4e00-\u9fa5]*$/.test(`${name}`)),
  ).toEqual([]);
  expect(await readPaperFile(await writeQtiPackage(file), target)).toEqual({ file, faults: [] });
});

it('leaves no part of a table empty, also where it has nothing but its heading', async () => {
  const file = structuredClone(examplePaper(target));
  const [stimulus] = file.paper.stimuli;
  const heading = { kind: 'table' as const, caption: '', header: true, rows: [['姓名', '部门']] };
  stimulus?.content.push(heading, { ...heading, rows: [...heading.rows, ['甲', '']] });
  const parts = [...(await packed(file)).values()]
    .flatMap(everything)
    .filter(({ name }) => ['table', 'thead', 'tbody', 'tr'].includes(name));
  expect(parts.filter((part) => elementsIn(part).length === 0)).toEqual([]);
  for (const table of parts.filter(({ name }) => name === 'table')) {
    expect(elementsIn(table, 'tbody')).toHaveLength(1);
  }
  expect(await readPaperFile(await writeQtiPackage(file), target)).toEqual({ file, faults: [] });
});
