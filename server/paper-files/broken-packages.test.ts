import { describe, expect, it } from 'vitest';
import { faultsOf, packageWith, target, withParts } from './broken-file.fixture.ts';
import { examplePaper } from './example-paper.ts';
import { writeQtiPackage } from './qti/write-qti-package.ts';
import { readPaperFile } from './read-paper-file.ts';

const CHOICE = 'items/单选1.xml';
const TEST = 'assessment.xml';

describe('a QTI package', () => {
  it('with external or multiplying entities names the file and resolves nothing', async () => {
    const external = await packageWith(CHOICE, (xml) =>
      xml
        .replace('?>', '?>\n<!DOCTYPE x [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>')
        .replace('劳动者', '&passwords;'),
    );
    expect(await faultsOf(external)).toEqual([`xml_doctype ${CHOICE} DOCTYPE :2`]);
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const billion = await packageWith(TEST, (xml) => xml.replace('?>', `?><!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`));
    expect(await faultsOf(billion)).toEqual([`xml_doctype ${TEST} DOCTYPE :1`]);
    const hidden = await packageWith(TEST, (xml) => `\ufeff${xml.replace('UTF-8', 'UTF-16')}<!doctype x>`);
    expect(await faultsOf(hidden)).toEqual([`xml_encoding ${TEST} UTF-16`]);
    const undeclared = await packageWith(CHOICE, (xml) => xml.replace('劳动者', '&nbsp;'));
    expect(await faultsOf(undeclared)).toEqual([`xml_malformed ${CHOICE} :2 undefined entity.`]);
  });

  it('nested beyond any paper, or in an encoding it does not declare, is refused', async () => {
    const deep = await packageWith(CHOICE, (xml) => xml.replace('<p>', `${'<div>'.repeat(50_000)}<p>`));
    expect(await faultsOf(deep)).toEqual([`xml_too_deep ${CHOICE} :2 100`]);
    const gbk = await withParts(await packageWith(TEST, (xml) => xml), (files) => {
      files.set(
        TEST,
        Buffer.concat([Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'), Buffer.from([0xca, 0xd4])]),
      );
    });
    expect(await faultsOf(gbk)).toEqual([`xml_encoding ${TEST} utf-8`]);
  });

  it('with files that are missing names who refers to them', async () => {
    const bytes = await withParts(await writeQtiPackage(examplePaper(target)), (files) => {
      for (const path of [...files.keys()]) if (/简答1|案例1|图1/.test(decodeURIComponent(path))) files.delete(path);
    });
    expect(await faultsOf(bytes)).toEqual([
      'file_missing imsmanifest.xml resource :2 items/%25E7%25AE%2580%25E7%25AD%25941.xml',
      'file_missing imsmanifest.xml resource :2 stimuli/%25E6%25A1%2588%25E4%25BE%258B1.xml',
      'file_missing imsmanifest.xml resource :2 pictures/%25E5%259B%25BE1.png',
      'file_missing items/案选1.xml qti-assessment-stimulus-ref :2 ../stimuli/%25E6%25A1%2588%25E4%25BE%258B1.xml',
      'file_missing assessment.xml qti-assessment-item-ref :2 items/%25E7%25AE%2580%25E7%25AD%25941.xml',
      'file_missing items/案析1.xml qti-assessment-stimulus-ref :2 ../stimuli/%25E6%25A1%2588%25E4%25BE%258B1.xml',
    ]);
  });

  it('with a picture that is missing, outside the package or not described names the element', async () => {
    const outside = await packageWith('stimuli/案例1.xml', (xml) =>
      xml
        .replace(/src="[^"]*"/, 'src="../../../../etc/passwd"')
        .replace('</qti-stimulus-body>', '<p><img src="https://example.org/a.png" alt="x"/></p></qti-stimulus-body>'),
    );
    expect(await faultsOf(outside)).toEqual([
      'picture_missing stimuli/案例1.xml img :3 ../../../../etc/passwd',
      'picture_missing stimuli/案例1.xml img :3 https://example.org/a.png',
    ]);
    const silent = await packageWith('stimuli/案例1.xml', (xml) => xml.replace(/alt="[^"]*"/, ''));
    expect(await faultsOf(silent)).toEqual(['picture_text_missing stimuli/案例1.xml img :3 图1']);
  });

  it('with an unknown interaction, or content that a paper cannot show, names the element', async () => {
    const hotspot = await packageWith(CHOICE, (xml) =>
      xml.replace(
        /<qti-choice-interaction.*<\/qti-choice-interaction>/,
        '<qti-hotspot-interaction response-identifier="RESPONSE"/>',
      ),
    );
    expect(await faultsOf(hotspot)).toEqual([
      `interaction_unknown ${CHOICE} qti-hotspot-interaction :2 qti-hotspot-interaction`,
    ]);
    const video = await packageWith(CHOICE, (xml) =>
      xml.replace('<p>', '<video src="a.mp4"/><math/><table><tr><td colspan="2">1</td></tr></table><p>'),
    );
    expect(await faultsOf(video)).toEqual([
      `element_unknown ${CHOICE} video :2 video`,
      `element_unknown ${CHOICE} math :2 math`,
      `merged_cells ${CHOICE} td :2`,
    ]);
  });

  it('with two items of one id, a wrong key or points that do not fit names the file', async () => {
    const twice = await packageWith('items/多选1.xml', (xml) =>
      xml.replace('identifier="多选1"', 'identifier="单选1"'),
    );
    expect(await faultsOf(twice)).toEqual(['id_twice items/多选1.xml qti-assessment-item :2 单选1']);
    const key = await packageWith(CHOICE, (xml) => xml.replace('<qti-value>B<', '<qti-value>Z<'));
    expect(await faultsOf(key)).toEqual([`key_unknown_option ${CHOICE} qti-assessment-item :2 单选1 单选1 Z`]);
    const points = await packageWith('items/简答1.xml', (xml) =>
      xml.replace('normal-maximum="10"', 'normal-maximum="12"'),
    );
    expect(await faultsOf(points)).toEqual([
      'criteria_points items/简答1.xml qti-assessment-item :2 简答1 简答1 10 ≠ 12',
    ]);
    const none = await packageWith('items/简答1.xml', (xml) => xml.replace(' normal-maximum="10"', ''));
    expect(await faultsOf(none)).toEqual([
      'value_missing items/简答1.xml qti-outcome-declaration :2 SCORE normal-maximum',
    ]);
  });

  it('of version 2, without a test, or for another session is refused with the reason', async () => {
    const old = await packageWith('imsmanifest.xml', (xml) =>
      xml.replaceAll('imsqti_test_xmlv3p0', 'imsqti_test_xmlv2p2'),
    );
    expect(await faultsOf(old)).toEqual([
      'qti_version imsmanifest.xml resource :2 imsqti_test_xmlv2p2 imsqti_test_xmlv3p0',
    ]);
    const none = await packageWith('imsmanifest.xml', (xml) => xml.replaceAll('imsqti_test_xmlv3p0', 'webcontent'));
    expect(await faultsOf(none)).toEqual(['test_missing imsmanifest.xml imsqti_test_xmlv3p0']);
    const item = await packageWith(CHOICE, (xml) => xml.replaceAll('qti-assessment-item', 'assessmentItem'));
    expect(await faultsOf(item)).toEqual([
      `qti_version ${CHOICE} assessmentItem :2 assessmentItem qti-assessment-item`,
    ]);
    const other = await packageWith(TEST, (xml) =>
      xml.replace('data-yk-session="labour-3-skills"', 'data-yk-session="x"'),
    );
    expect(await faultsOf(other)).toEqual([`session_other ${TEST} qti-assessment-test :2 x labour-3-skills`]);
    const theoryOnly = await readPaperFile(await writeQtiPackage(examplePaper(target)), {
      ...target,
      components: ['theory'],
    });
    expect(theoryOnly.faults).toHaveLength(10);
    expect(theoryOnly.faults[0]).toMatchObject({ kind: 'component_other', place: { file: TEST } });
  });

  it('made elsewhere, in a folder and without our attributes, is read by what QTI says', async () => {
    const files = new Map(
      Object.entries({
        'paper/imsmanifest.xml': `<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources>
          <resource identifier="t" type="imsqti_test_xmlv3p0" href="test.xml"/>
          <resource identifier="i" type="imsqti_item_xmlv3p0" href="one.xml"/></resources></manifest>`,
        'paper/test.xml': `<qti-assessment-test identifier="t1" title="Elsewhere"><qti-test-part>
          <qti-assessment-section identifier="s1" title="First"><qti-assessment-item-ref identifier="i1" href="one.xml"/>
          </qti-assessment-section></qti-test-part></qti-assessment-test>`,
        'paper/one.xml': `<qti-assessment-item identifier="i1" title="One">
          <qti-response-declaration identifier="R" cardinality="multiple" base-type="identifier">
            <qti-correct-response><qti-value>b</qti-value><qti-value> c </qti-value></qti-correct-response>
          </qti-response-declaration>
          <qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float">
            <qti-default-value><qti-value>2.5</qti-value></qti-default-value></qti-outcome-declaration>
          <qti-item-body><div>
            <p>Which   are
              <em>right</em>?</p>
            <ul><li>one</li><li>two</li></ul>
            <qti-choice-interaction response-identifier="R" max-choices="0" shuffle="true">
              <qti-prompt>Choose all.</qti-prompt>
              <qti-simple-choice identifier="a">A</qti-simple-choice>
              <qti-simple-choice identifier="b"> B </qti-simple-choice>
              <qti-simple-choice identifier="c"><p>C</p></qti-simple-choice>
            </qti-choice-interaction></div></qti-item-body></qti-assessment-item>`,
      }).map(([path, xml]) => [path, Buffer.from(xml)]),
    );
    const bytes = await withParts(await writeQtiPackage(examplePaper(target)), (all) => {
      all.clear();
      for (const [path, content] of files) all.set(path, content);
    });
    const { file, faults } = await readPaperFile(bytes, { ...target, sessionId: 'x', components: ['theory'] });
    expect(faults).toEqual([]);
    expect(file?.paper.sections).toEqual([
      {
        ...{ id: 's1', title: 'First', instructions: '', component: 'theory', itemType: 'multiple_choice' },
        items: [
          {
            ...{ id: 'i1', kind: 'multiple_choice', points: 2.5, fixedOrder: false },
            stem: ['Which are right?', '• one', '• two', 'Choose all.'].map((text) => ({ kind: 'text', text })),
            options: [
              { id: 'a', text: 'A' },
              { id: 'b', text: 'B' },
              { id: 'c', text: 'C' },
            ],
          },
        ],
      },
    ]);
    expect(file?.key).toEqual({ i1: { kind: 'choice', correct: ['b', 'c'] } });
  });
});
