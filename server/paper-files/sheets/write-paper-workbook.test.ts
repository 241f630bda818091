import { expect, it } from 'vitest';
import { readArchive } from '../../archives/read-archive.ts';
import { elementsIn, xmlTree } from '../../xml/xml-element.ts';
import { target } from '../broken-file.fixture.ts';
import { examplePaper } from '../example-paper.ts';
import { writePaperWorkbook } from './write-paper-workbook.ts';

it('anchors pictures as the standard says, without which openpyxl drops them', async () => {
  const files = await readArchive(await writePaperWorkbook(examplePaper(target), 'zh'), {
    ...{ entries: 1_000, entryBytes: 1e7, totalBytes: 1e7 },
  });
  const anchors = [...files]
    .filter(([path]) => path.startsWith('xl/drawings/') && path.endsWith('.xml'))
    .flatMap(([path, bytes]) => elementsIn(xmlTree(bytes, path)));
  expect(anchors.map(({ name, attributes }) => [name, attributes])).toEqual([['oneCellAnchor', {}]]);
});
