import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellAt, faultsOf, target, withParts, workbookWith, zipOf } from './broken-file.fixture.ts';
import { examplePaper } from './example-paper.ts';
import { MOST_ROWS, readPaperFile } from './read-paper-file.ts';
import { writePaperWorkbook } from './sheets/write-paper-workbook.ts';

const example = () => writePaperWorkbook(examplePaper(target), 'zh');
/** The part of the workbook that holds the sheet of items. */
const ITEMS_PART = 'xl/worksheets/sheet4.xml';

const edited = async (path: string, change: (xml: string) => string) =>
  withParts(await example(), (files) => {
    const before = `${files.get(path)}`;
    const after = change(before);
    expect(after).not.toBe(before);
    files.set(path, Buffer.from(after));
  });

describe('what is no workbook', () => {
  it('is named by what it is, whatever its name says', async () => {
    const png = readFileSync(new URL('../../docs/screens/exam-paper.png', import.meta.url));
    expect(await faultsOf(png)).toEqual(['file_kind png']);
    expect(await faultsOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toEqual([
      'file_kind xls',
    ]);
    expect(await faultsOf(Buffer.from('题号,题干\n1,……'))).toEqual(['file_kind text']);
    expect(await faultsOf(Buffer.from('id,stem\n1,text'))).toEqual(['file_kind text']);
    expect(await faultsOf(Buffer.alloc(0))).toEqual(['file_kind empty']);
    expect(await faultsOf(await zipOf(new Map([['photo.jpg', Buffer.from('1')]])))).toEqual(['file_kind zip']);
  });

  it('is refused when it is cut off, or unpacks to more than it may', async () => {
    const whole = await example();
    expect(await faultsOf(whole.subarray(0, whole.length - 100))).toEqual(['archive_damaged']);
    const bomb = await withParts(whole, (files) => files.set('xl/media/bomb.png', Buffer.alloc(300_000_000)));
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await faultsOf(bomb)).toEqual(['archive_too_large xl/media/bomb.png']);
    const many = await withParts(whole, (files) => {
      for (let number = 0; number < 2_000; number += 1) files.set(`xl/media/${number}.png`, Buffer.alloc(1));
    });
    expect(await faultsOf(many)).toEqual(['archive_too_many_entries']);
  }, 60_000);

  it('is refused when a part is missing, or its XML is broken or declares entities', async () => {
    expect(await faultsOf(await withParts(await example(), (files) => files.delete(ITEMS_PART)))).toEqual([
      `part_missing ${ITEMS_PART}`,
    ]);
    expect(await faultsOf(await edited(ITEMS_PART, (xml) => xml.replace('</row>', '')))).toEqual([
      expect.stringMatching(/^xml_malformed xl\/worksheets\/sheet4.xml :\d+ unexpected close tag/),
    ]);
    const laughing = (xml: string) =>
      xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>').replace('劳动', '&b;');
    expect(await faultsOf(await edited('xl/sharedStrings.xml', laughing))).toEqual([
      'xml_doctype xl/sharedStrings.xml DOCTYPE :1',
    ]);
  });
});

describe('a workbook', () => {
  it('with formulas, merged cells or error values names each cell', async () => {
    const bytes = await workbookWith((sheet) => {
      cellAt(sheet('题目'), '单选1', '分值').value = { formula: 'SUM(A1:A2)', result: 2 };
      cellAt(sheet('题目'), '多选1', '正确答案').value = { error: '#REF!' };
      sheet('题目').mergeCells('F6:F7');
      sheet('大题').mergeCells('A2:B2');
    });
    expect(await faultsOf(bytes)).toEqual(
      [
        'merged_cells 大题 A2:B2 ',
        'value_missing 大题 B2 大题名称',
        'merged_cells 题目 F6:F7 ',
        'formula 题目 E2 =SUM(A1:A2)',
        'cell_error 题目 Q3 #REF!',
        'value_missing 题目 F7 题干',
      ].map((line) => line.trim()),
    );
  });

  it('that merges a whole sheet by one short element is refused at once', async () => {
    const bytes = await edited(ITEMS_PART, (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    );
    const before = performance.now();
    expect(await faultsOf(bytes)).toEqual(['merged_cells 题目 A1:XFD1048576']);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it('with a sheet of more rows than any paper has is left at the first row too many', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${at + 50}"><c r="A${at + 50}"><v>1</v></c></row>`,
    );
    const bytes = await edited(ITEMS_PART, (xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`));
    expect(await faultsOf(bytes)).toEqual([`sheet_too_large 题目 ${MOST_ROWS}`]);
    const { faults } = await readPaperFile(bytes, target);
    expect(faults[0]?.place).toEqual({ sheet: '题目', row: MOST_ROWS + 2 });
  });

  it('whose empty rows were coloured down to the last one is read all the same', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 50}" s="1"><c r="A${at + 50}" s="1"/></row>`,
    );
    const bytes = await edited(ITEMS_PART, (xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`));
    expect(await faultsOf(bytes)).toEqual([]);
  });

  it('with two items of one id, or an id that is also a section, names the second', async () => {
    const bytes = await workbookWith((sheet) => {
      cellAt(sheet('题目'), '多选1', '题号').value = '单选1';
      cellAt(sheet('题目'), '判断1', '题号').value = '大题1';
    });
    expect(await faultsOf(bytes)).toEqual(['id_twice 题目 A3 单选1', 'id_twice 题目 A4 大题1']);
  });

  it('with a picture that is missing, in the wrong place, of another kind or not described names the cell', async () => {
    const without = await edited('xl/drawings/drawing1.xml', (xml) =>
      xml.replace(/<xdr:oneCellAnchor[\s\S]*<\/xdr:oneCellAnchor>/, ''),
    );
    expect(await faultsOf(without)).toEqual(['picture_missing 图片 B2 图1']);
    const moved = await edited('xl/drawings/drawing1.xml', (xml) =>
      xml.replace('<xdr:row>1</xdr:row>', '<xdr:row>7</xdr:row>'),
    );
    expect(await faultsOf(moved)).toEqual(['picture_not_in_row 图片 B8', 'picture_missing 图片 B2 图1']);
    const bitmap = await withParts(await example(), (files) =>
      files.set('xl/media/image1.png', Buffer.from('BM bitmap')),
    );
    expect(await faultsOf(bitmap)).toEqual(['picture_kind 图片 B2 图1']);
    const unknown = await workbookWith((sheet) => {
      cellAt(sheet('题目'), '简答1', '题干').value = '如图：[[图:图9]]，如表：[[表:T9]]，[[图图1]]';
      cellAt(sheet('图片'), '图1', '图片说明').value = '';
    });
    expect(await faultsOf(unknown)).toEqual([
      'picture_unknown 题目 F6 图9 图9',
      'table_unknown 题目 F6 T9',
      'marker_unknown 题目 F6 [[图图1',
      'picture_text_missing 材料 C2 图1',
    ]);
  });

  it('with headings or sheets that are missing, unknown or there twice names them', async () => {
    const bytes = await workbookWith((sheet) => {
      sheet('大题').getCell('C1').value = '内容';
      sheet('材料').getCell('B1').value = '材料编号';
      sheet('表格').name = '表';
      sheet('评分点').getCell('E1').value = '备注';
    });
    expect(await faultsOf(bytes)).toEqual(
      expect.arrayContaining([
        'sheet_unknown 表 表',
        'heading_unknown 大题 C1 内容',
        'heading_missing 大题 鉴定内容',
        'heading_twice 材料 B1 材料编号',
      ]),
    );
    const none = await withParts(await example(), (files) => {
      const workbook = `${files.get('xl/workbook.xml')}`;
      files.set('xl/workbook.xml', Buffer.from(workbook.replace('name="题目"', 'name="考题"')));
    });
    expect(await faultsOf(none)).toEqual(
      expect.arrayContaining(['sheet_unknown 考题 考题', 'sheet_missing 题目 题目']),
    );
  });

  it('with values that are missing or wrong names every one of them at once', async () => {
    const bytes = await workbookWith((sheet) => {
      const item = (id: string, heading: string) => cellAt(sheet('题目'), id, heading);
      item('单选1', '分值').value = '两分';
      item('单选1', '正确答案').value = 'E';
      item('多选1', '分值').value = -1;
      item('判断1', '正确答案').value = '';
      item('案选1', '作答方式').value = '填空';
      item('案选1', '材料编号').value = '案例9';
      item('简答1', '题干').value = '  ';
      item('简答1', '选项A').value = '多余';
      item('计算1', '大题编号').value = '大题99';
      item('综合1', '分值').value = 11;
      item('文筐1', '文件编号').value = '文件9';
      cellAt(sheet('大题'), '大题10', '题型').value = '填空题';
      sheet('试卷').getCell('B2').value = 'labour-2-skills';
      sheet('试卷').getCell('G2').value = '120%';
    });
    const faults = await faultsOf(bytes);
    expect(faults).toEqual(
      [
        'session_other 试卷 B2 labour-2-skills labour-3-skills',
        'value_out_of_range 试卷 G2 120% 0 1',
        'value_unknown 大题 D11 填空题 单项选择题、多项选择题、判断题、案例选择题、简答题、计算题、综合题、案例分析题、文件筐、论文',
        'value_missing 题目 F6 题干',
        'value_not_number 题目 E2 两分',
        'value_out_of_range 题目 E3 -1 0.01 1000',
        'value_unknown 题目 D5 填空 单选、多选、判断、文字、计算、处理文件、论文',
        'value_not_of_form 题目 G6 选项A 文字',
        'section_unknown 题目 B7 大题99',
        'key_unknown_option 题目 Q2 单选1 E',
        'key_missing 题目 Q4 判断1 ',
        'stimulus_unknown 题目 C5 案选1 案例9',
        'criteria_points 题目 E8 综合1 10 ≠ 11',
        'document_unknown 题目 U10 文筐1 文件9',
      ].map((line) => expect.stringContaining(line.trim())) as never,
    );
  });

  it('takes numbers, dates and rich text as a person reads them', async () => {
    const bytes = await workbookWith((sheet) => {
      cellAt(sheet('题目'), '单选1', '题号').value = 1;
      cellAt(sheet('题目'), '多选1', '分值').value = ' ２.5 ';
      cellAt(sheet('题目'), '判断1', '正确答案').value = '×';
      cellAt(sheet('题目'), '简答1', '题干').value = {
        richText: [{ text: '简述' }, { font: { bold: true }, text: '集体协商' }, { text: '的程序。\n' }],
      };
      const date = sheet('文件').getCell('E2');
      date.value = new Date(Date.UTC(2020, 8, 21, 8, 40));
      date.style = { numFmt: 'yyyy"年"m"月"d"日" h:mm' };
    });
    const { file, faults } = await readPaperFile(bytes, target);
    expect(faults).toEqual([]);
    const items = file?.paper.sections.flatMap((section) => section.items) ?? [];
    expect(items[0]?.id).toBe('1');
    expect(items[1]?.points).toBe(2.5);
    expect(file?.key.判断1).toEqual({ kind: 'choice', correct: ['false'] });
    expect(items[4]?.stem).toEqual([{ kind: 'text', text: '简述集体协商的程序。\n' }]);
    expect(file?.paper.stimuli[2]?.documents[0]?.date).toBe('2020-09-21 08:40');
  });

  it('shows pictures that WPS put into cells', async () => {
    const bytes = await withParts(await example(), (files) => {
      const path = [...files.keys()].find((each) => `${files.get(each)}`.includes('<drawing ')) as string;
      const sheet = `${files.get(path)}`.replace(/<drawing [^>]*\/>/, '');
      const formula = '<c r="B2" t="str"><f>_xlfn.DISPIMG("ID_7F",1)</f><v>=DISPIMG("ID_7F",1)</v></c>';
      files.delete(path.replace('worksheets/', 'worksheets/_rels/').concat('.rels'));
      const without = sheet.replace(/<c r="B2"[^>]*\/>/, '');
      files.set(path, Buffer.from(without.replace('<c r="C2"', `${formula}<c r="C2"`)));
      files.set(
        'xl/cellimages.xml',
        Buffer.from(
          '<etc:cellImages xmlns:etc="e" xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="ID_7F"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>',
        ),
      );
      files.set(
        'xl/_rels/cellimages.xml.rels',
        Buffer.from(
          '<Relationships><Relationship Id="rId1" Type="http://x/image" Target="media/image1.png"/></Relationships>',
        ),
      );
    });
    expect(await readPaperFile(bytes, target)).toEqual({ file: examplePaper(target), faults: [] });
  });
});
