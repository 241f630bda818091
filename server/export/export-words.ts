import type { CaseState, CaseStep } from '../../shared/domain/adjudication.ts';
import { VIOLATION_NAMES } from '../../shared/domain/violation-names.ts';

/** The words of the list that goes to the provincial centre: an official record, in Chinese only (notice §4.3). */
export const EXPORT_WORDS = {
  title: '违纪及疑似违纪考生清单',
  sheet: '违纪清单',
  columns: {
    number: '序号',
    admissionNo: '准考证号',
    name: '姓名',
    examination: '鉴定',
    session: '场次',
    kind: '违纪类型',
    from: '开始时间',
    until: '结束时间',
    standing: '审核判定',
    ground: '依据',
    report: '上报说明',
    reportedBy: '上报人',
    decidedBy: '判定人',
    pictures: '截图',
    clips: '录像',
    recordings: '全程录像',
    folder: '文件夹',
  },
  sustained: '认定违纪',
  dismissed: '不认定违纪',
  state: {
    reviewer: '疑似，待审核',
    second_reviewer: '疑似，待第二位审核员',
    chief: '疑似，待主考裁定',
    closed: '已办结',
  } satisfies Record<CaseState, string>,
  step: {
    reported: '上报',
    judged: '审核',
    passed_on: '请另一人审核',
    decided: '主考裁定',
    appealed: '申诉重开',
  } satisfies Record<CaseStep['kind'], string>,
  camera: { front: '电脑摄像头', rear: '手机摄像头' },
  recordings: {
    title: '全程录像',
    columns: ['准考证号', '姓名', '摄像头', '开始时间', '时长', '其中未录', '文件'],
    none: '没有全程录像。',
    about:
      '每台摄像头一个文件，按时间排列，未重新编码；录像格式变化时另起一个文件。未录的时间仍占时间轴，画面停在此前最后一帧。',
    leftOut: (count: number) => `另有 ${count} 段录像缺失、损坏或无法播放，未收入，见 recordings.json。`,
  },
  files: (pictures: number, clips: number) => `截图 ${pictures} 张，录像 ${clips} 段`,
  none: '没有上报的案件。',
  made: (at: string, cases: number) => `导出时间 ${at}，共 ${cases} 件`,
  check: '核对：在装有云考的计算机上运行 npm run verify-export 目录，逐一核对每个文件的哈希。',
  kind: VIOLATION_NAMES.zh,
};
