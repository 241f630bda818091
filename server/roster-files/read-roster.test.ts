import { describe, expect, it } from 'vitest';
import type { OfferedExamination } from '../../shared/domain/roster.ts';
import { readArchive } from '../archives/read-archive.ts';
import { readRoster } from './read-roster.ts';
import { type Rows, workbookOf, zipOf } from './workbook.fixture.ts';
import { rosterTemplate } from './write-template.ts';

const GENEROUS = { entries: 1_000, entryBytes: 1e9, totalBytes: 1e9 };
const LABOUR = '劳动关系协调员';
const [WANG, LI] = ['210102199001010007', '210102199102020001'];
const sessions = [
  { kind: 'theory' as const, title: '理论知识考试' },
  { kind: 'skills' as const, title: '操作技能考核' },
];
const offered: OfferedExamination[] = [
  { id: 'labour-3', occupation: LABOUR, level: '三级', sessions },
  { id: 'infant-5', occupation: '育婴员', level: '五级', sessions },
];
const read = (bytes: Buffer) => readRoster(bytes, { offered, today: '2020-09-01' });
const faultsOf = async (rows: Rows, change?: Parameters<typeof workbookOf>[1]) =>
  (await read(await workbookOf(rows, change))).faults.map(({ kind, sheet, row, cell }) =>
    `${kind} ${sheet} ${row ?? '-'} ${cell}`.trim(),
  );
const wang = ['王一', WANG, LABOUR, '三级'];

describe('a roster', () => {
  it('is read with the record of each applicant, in either language and however dates are written', async () => {
    const bytes = await workbookOf({
      applicants: [wang, ['李二', LI.toLowerCase(), '育婴员', '五级/初级工', '理论', '保育员']],
      work: [
        [WANG, '社会工作', new Date('2016-03-01T00:00:00Z'), '2018年2月', '否'],
        [WANG, LABOUR, '2018/3/1', '至今'],
      ],
      certificates: [[WANG, '企业人力资源管理师', '四级', '2015.12.31', '']],
      education: [[WANG, '大学本科', '法学', '毕业', '', '是']],
    });
    const { applicants, faults } = await read(bytes);
    expect(faults).toEqual([]);
    expect(applicants).toEqual([
      {
        name: '王一',
        identityNo: WANG,
        examinationId: 'labour-3',
        sessions: ['theory', 'skills'],
        record: {
          work: [
            { occupation: '社会工作', from: '2016-03-01', to: '2018-02-28', statedRelated: false },
            { occupation: LABOUR, from: '2018-03-01', to: null, statedRelated: false },
          ],
          certificates: [{ occupation: '企业人力资源管理师', grade: 4, issuedOn: '2015-12-31', statedRelated: false }],
          education: [
            { school: 'bachelor', major: '法学', standing: 'graduated', assessedFor: null, statedRelated: true },
          ],
          apprenticeships: [],
        },
      },
      {
        name: '李二',
        identityNo: LI,
        examinationId: 'infant-5',
        sessions: ['theory'],
        record: { work: [], certificates: [], education: [], apprenticeships: ['保育员'] },
      },
    ]);
  });

  it('is read from the template that is handed out, which alone holds nobody', async () => {
    for (const language of ['zh', 'en'] as const) {
      expect((await read(await rosterTemplate(language))).faults.map(({ kind }) => kind)).toEqual(['no_applicants']);
    }
  });

  it('says so when Excel has taken digits away from an identity number', async () => {
    expect(
      await faultsOf({
        applicants: [
          ['王一', 210102199001010000, LABOUR, '三级'],
          ['李二', '2.10102E+17', LABOUR, '三级'],
          ['张三', 12345, LABOUR, '三级'],
        ],
      }),
    ).toEqual(['identity_lost_digits 考生 2 B2', 'identity_lost_digits 考生 3 B3', 'identity_malformed 考生 4 B4']);
  });

  it('lists every fault with sheet, row and cell, and hands nothing on', async () => {
    const rows: Rows = {
      applicants: [
        wang,
        ['王一', WANG, LABOUR, '三级'],
        ['', '210102199001010008', LABOUR, '三级'],
        ['赵四', '210102199001010008', LABOUR, '三级'],
        ['李二', LI, '厨师', '三级'],
        ['李二', '210102199203030006', LABOUR, '二级', '综评'],
        ['孙六', '210102199304040005', LABOUR, '三级', '综合评审'],
      ],
      work: [
        [WANG, LABOUR, '去年', ''],
        [WANG, LABOUR, '2019-01-01', '2018-01-01'],
        [WANG, LABOUR, '2021-01-01', ''],
        [WANG, '', '2019-01-01', ''],
      ],
      certificates: [[WANG, LABOUR, '六级', '2019-02-30', '']],
      education: [[WANG, '小学', '法学', '肄业', '超级', '也许']],
    };
    expect(await faultsOf(rows)).toEqual([
      'value_missing 考生 4 A4',
      'identity_twice 考生 3 B3',
      'identity_malformed 考生 5 B5',
      'examination_not_offered 考生 6 C6',
      'examination_not_offered 考生 7 D7',
      'identity_malformed 考生 8 B8',
      'session_not_offered 考生 8 E8',
      'value_missing 工作经历 5 B5',
      'date_unreadable 工作经历 2 C2',
      'dates_reversed 工作经历 3 D3',
      'date_in_future 工作经历 4 C4',
      'choice_unknown 职业资格证书 2 C2',
      'date_unreadable 职业资格证书 2 D2',
      'choice_unknown 学历 2 B2',
      'choice_unknown 学历 2 D2',
      'choice_unknown 学历 2 E2',
      'choice_unknown 学历 2 F2',
    ]);
    expect((await read(await workbookOf(rows))).applicants).toEqual([]);
  });

  it('has a record for nobody who has not applied', async () => {
    expect(await faultsOf({ applicants: [wang], work: [[LI, LABOUR, '2019-01-01', '']] })).toEqual([
      'applicant_unknown 工作经历 2 A2',
    ]);
  });

  it('has no formulas, merged cells or error values', async () => {
    const faults = await faultsOf(
      { applicants: [wang, ['李二', LI, LABOUR, '三级'], ['x', 'y', 'z', 'v'], ['张三', '', LABOUR, '三级']] },
      (book) => {
        const sheet = book.worksheets[0];
        if (!sheet) throw new Error('no sheet');
        sheet.getCell('A2').value = { formula: 'A3', result: '王一' };
        sheet.mergeCells('C3:D3');
        sheet.mergeCells('B4:B5');
        sheet.getCell('A4').value = { error: '#N/A' };
      },
    );
    expect(faults).toEqual([
      'formula 考生 2 A2',
      'merged_cells 考生 3 C3',
      'merged_cells 考生 3 D3',
      'cell_unreadable 考生 4 A4',
      'merged_cells 考生 4 B4',
      'merged_cells 考生 5 B5',
    ]);
  });

  it('that merges a whole sheet by one short element is refused at once', async () => {
    const files = await readArchive(await workbookOf({ applicants: [wang] }), GENEROUS);
    const part = 'xl/worksheets/sheet1.xml';
    const merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const xml = `${files.get(part)}`.replace('</sheetData>', `</sheetData>${merge}`);
    expect(xml).toContain(merge);
    const bytes = await zipOf({ ...Object.fromEntries(files), [part]: Buffer.from(xml) });
    const before = performance.now();
    const { applicants, faults } = await read(bytes);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(applicants).toEqual([]);
    expect(faults[0]).toEqual({ kind: 'merged_cells', sheet: '考生', row: 1, cell: 'A1', detail: '' });
    // Nothing beyond the columns that hold something is listed.
    expect(faults.filter(({ kind }) => kind === 'merged_cells')).toHaveLength(6);
  });

  it('has its headings, once each and no others', async () => {
    const renamed = await faultsOf({ applicants: [wang] }, (book) => {
      const sheet = book.worksheets[0];
      if (sheet) sheet.getCell('A1').value = '名字';
    });
    expect(renamed).toEqual(['heading_unknown 考生 1 A1', 'heading_missing 考生 1']);
    const twice = await faultsOf({ applicants: [wang] }, (book) => {
      const sheet = book.worksheets[0];
      if (sheet) sheet.getCell('G1').value = '姓名 *';
    });
    expect(twice).toEqual(['heading_twice 考生 1 G1']);
    expect(await faultsOf({ work: [] })).toEqual(['sheet_missing 考生 -']);
  });

  it('has no more rows than an institution reports, and is not walked to find out', async () => {
    const faults = await faultsOf({ applicants: [wang] }, (book) => {
      const sheet = book.worksheets[0];
      if (sheet) sheet.getCell('A1000000').value = 'far down';
    });
    expect(faults).toEqual(['too_many_rows 考生 -']);
  });
});

describe('a file that is no roster', () => {
  it.each([
    ['no archive', async () => Buffer.from('姓名,身份证号码'), 'file_unreadable'],
    ['an archive of other things', () => zipOf({ 'a.txt': Buffer.from('1') }), 'file_unreadable'],
    ['a workbook whose parts are broken', () => zipOf({ 'xl/workbook.xml': Buffer.from('<') }), 'file_unreadable'],
    [
      'a bomb',
      () => zipOf({ 'xl/workbook.xml': Buffer.from('<x/>'), 'xl/worksheets/sheet1.xml': Buffer.alloc(50_000_000) }),
      'file_too_large',
    ],
  ])('is refused: %s', async (_, bytes, kind) => {
    expect((await read(await bytes())).faults).toEqual([
      { kind, sheet: '', row: null, cell: '', detail: expect.any(String) },
    ]);
  });
});
