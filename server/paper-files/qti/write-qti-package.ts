import { buffer as collect } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Block } from '../../../shared/domain/content.ts';
import { type Item, itemsOf, type Paper, type PaperFile, type Stimulus } from '../../../shared/domain/paper.ts';
import { bodyOut, paragraph } from './body-out.ts';
import { itemOut } from './item-out.ts';
import { identified, qtiIdentifier } from './qti-identifier.ts';
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
      { xmlns: QTI_NAMESPACE, ...identified(id), title },
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
        ...{ ...identified(section.id), title: section.title, visible: true },
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
        element('qti-assessment-item-ref', {
          identifier: qtiIdentifier(item.id),
          href: encodeURI(fileOf('items', item.id, 'xml')),
        }),
      ),
    ),
  );
  const attributes = {
    ...{ xmlns: QTI_NAMESPACE, ...identified(id), title },
    'data-yk-session': sessionId,
    'data-yk-multiple-choice': multipleChoiceRule,
    'data-yk-shuffle-items': shuffle.items,
    'data-yk-shuffle-options': shuffle.options,
    'data-yk-difference-limit': marking.differenceLimit,
  };
  const part = { identifier: 'part', 'navigation-mode': 'nonlinear', 'submission-mode': 'simultaneous' };
  return document(element('qti-assessment-test', attributes, element('qti-test-part', part, ...parts)));
}

interface PackageFile {
  type: keyof typeof RESOURCE_TYPES;
  path: string;
  /** Paths of the files it refers to. */
  needs: readonly string[];
  bytes: Buffer;
}

function manifestOut(files: readonly PackageFile[]): Buffer {
  const names = new Map(files.map(({ path }, at) => [path, `resource-${at + 1}`]));
  const resources = files.map(({ type, path, needs }) => {
    const href = encodeURI(path);
    return element(
      'resource',
      { identifier: names.get(path), type: RESOURCE_TYPES[type], href },
      element('file', { href }),
      ...[...new Set(needs)].map((needed) => element('dependency', { identifierref: names.get(needed) })),
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
  const itemFile = ({ id }: Item) => fileOf('items', id, 'xml');
  const stimulusFile = (id: string) => fileOf('stimuli', id, 'xml');
  const shown = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => (block.kind === 'picture' ? [pictureFile(paper, block.pictureId)] : []));
  const files: PackageFile[] = [
    { type: 'test', path: TEST, needs: itemsOf(paper).map(itemFile), bytes: testOut(file) },
    ...itemsOf(paper).map((item): PackageFile => {
      const stimulus = stimuli.get(item.stimulusId ?? '');
      const options = 'options' in item ? item.options.flatMap(({ pictureId }) => pictureId ?? []) : [];
      return {
        ...{ type: 'item', path: itemFile(item), bytes: itemOut(item, key[item.id], stimulus, source) },
        needs: [
          ...(stimulus ? [stimulusFile(stimulus.id)] : []),
          ...shown(item.stem),
          ...options.map((pictureId) => pictureFile(paper, pictureId)),
        ],
      };
    }),
    ...paper.stimuli.map((stimulus): PackageFile => {
      const { id, content, documents } = stimulus;
      const needs = [content, ...documents.map((each) => each.content)].flatMap(shown);
      return { type: 'stimulus', path: stimulusFile(id), needs, bytes: stimulusOut(stimulus, source) };
    }),
    ...paper.pictures.map(({ id, base64 }): PackageFile => {
      return { type: 'picture', path: pictureFile(paper, id), needs: [], bytes: Buffer.from(base64, 'base64') };
    }),
  ];
  const zip = new ZipFile();
  zip.addBuffer(manifestOut(files), MANIFEST);
  for (const { path, bytes } of files) zip.addBuffer(bytes, path);
  zip.end();
  // yazl's stream is a Readable of Node's, of which its types know less.
  return collect(zip.outputStream as never);
}
