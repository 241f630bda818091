import { buffer as collect } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { itemsOf, type Paper, type PaperFile, type Stimulus } from '../../../shared/domain/paper.ts';
import { bodyOut, paragraph } from './body-out.ts';
import { itemOut } from './item-out.ts';
import {
  fileOf,
  MANIFEST,
  MANIFEST_NAMESPACE,
  PICTURE_EXTENSIONS,
  QTI_NAMESPACE,
  RESOURCE_TYPES,
} from './qti-words.ts';
import { document, element, textOut } from './xml-text-out.ts';

const TEST = 'assessment.xml';

function stimulusOut({ id, title, content, documents }: Stimulus, source: (pictureId: string) => string): Buffer {
  const desk = documents.map((each) =>
    element(
      'article',
      {
        ...{ 'data-yk-document': each.id, 'data-yk-kind': each.kind, 'data-yk-title': each.title },
        ...{ 'data-yk-date': each.date, 'data-yk-from': each.from, 'data-yk-to': each.to },
      },
      // For people who look at it elsewhere; read back are the attributes.
      element('header', {}, element('h2', {}, textOut(each.title))),
      bodyOut(each.content, source),
    ),
  );
  return document(
    element(
      'qti-assessment-stimulus',
      { xmlns: QTI_NAMESPACE, identifier: id, title },
      element('qti-stimulus-body', {}, bodyOut(content, source), ...desk),
    ),
  );
}

function testOut({ paper, marking }: PaperFile): Buffer {
  const { id, sessionId, title, multipleChoiceRule, shuffle, sections } = paper;
  const parts = sections.map((section) =>
    element(
      'qti-assessment-section',
      {
        ...{ identifier: section.id, title: section.title, visible: true },
        ...{ 'data-yk-component': section.component, 'data-yk-item-type': section.itemType },
      },
      section.instructions === ''
        ? ''
        : element(
            'qti-rubric-block',
            { use: 'instructions', view: 'candidate' },
            element('qti-content-body', {}, paragraph(section.instructions)),
          ),
      ...section.items.map((item) =>
        element('qti-assessment-item-ref', { identifier: item.id, href: encodeURI(fileOf('items', item.id, 'xml')) }),
      ),
    ),
  );
  const attributes = {
    ...{ xmlns: QTI_NAMESPACE, identifier: id, title },
    'data-yk-session': sessionId,
    'data-yk-multiple-choice': multipleChoiceRule,
    'data-yk-shuffle-items': shuffle.items,
    'data-yk-shuffle-options': shuffle.options,
    'data-yk-difference-limit': marking.differenceLimit,
  };
  const part = { identifier: 'part', 'navigation-mode': 'nonlinear', 'submission-mode': 'simultaneous' };
  return document(element('qti-assessment-test', attributes, element('qti-test-part', part, ...parts)));
}

function manifestOut(files: readonly { type: keyof typeof RESOURCE_TYPES; path: string }[]): Buffer {
  const resources = files.map(({ type, path }, at) => {
    const href = encodeURI(path);
    return element(
      'resource',
      { identifier: `resource-${at + 1}`, type: RESOURCE_TYPES[type], href },
      element('file', { href }),
    );
  });
  const metadata = element('metadata', {}, element('schema', {}, 'QTI Package'), element('schemaversion', {}, '3.0.0'));
  return document(
    element(
      'manifest',
      { xmlns: MANIFEST_NAMESPACE, identifier: 'manifest' },
      metadata,
      element('organizations', {}),
      element('resources', {}, ...resources),
    ),
  );
}

const pictureFile = (paper: Paper, pictureId: string): string => {
  const picture = paper.pictures.find(({ id }) => id === pictureId);
  return fileOf('pictures', pictureId, PICTURE_EXTENSIONS[picture?.mime ?? 'image/png']);
};

/** A paper as a QTI 3.0 package: a manifest, the test, a file for each item and each stimulus, the pictures. */
export async function writeQtiPackage(file: PaperFile): Promise<Buffer> {
  const { paper, key } = file;
  const source = (pictureId: string) => `../${encodeURI(pictureFile(paper, pictureId))}`;
  const stimuli = new Map(paper.stimuli.map((stimulus) => [stimulus.id, stimulus]));
  const files = [
    { type: 'test' as const, path: TEST, bytes: testOut(file) },
    ...itemsOf(paper).map((item) => ({
      type: 'item' as const,
      path: fileOf('items', item.id, 'xml'),
      bytes: itemOut(item, key[item.id], stimuli.get(item.stimulusId ?? ''), source),
    })),
    ...paper.stimuli.map((stimulus) => ({
      type: 'stimulus' as const,
      path: fileOf('stimuli', stimulus.id, 'xml'),
      bytes: stimulusOut(stimulus, source),
    })),
    ...paper.pictures.map(({ id, base64 }) => ({
      type: 'picture' as const,
      path: pictureFile(paper, id),
      bytes: Buffer.from(base64, 'base64'),
    })),
  ];
  const zip = new ZipFile();
  zip.addBuffer(manifestOut(files), MANIFEST);
  for (const { path, bytes } of files) zip.addBuffer(bytes, path);
  zip.end();
  // yazl's stream is a Readable of Node's, of which its types know less.
  return collect(zip.outputStream as never);
}
