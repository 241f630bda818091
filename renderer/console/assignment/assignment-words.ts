import { defineWords } from '../../ui/words.ts';

export const assignmentWords = defineWords(
  {
    title: '监考分配',
    examination: '考试',
    refresh: '刷新',
    all: '这个考试还没有分配监考员：每名监考员都看到全部考生。',
    unassigned: (count: number) => `${count} 名考生没有监考员，只有主考和巡考员能看到他们。`,
    whole: '每名考生都有监考员。监考员只看到、只处理自己的考生；主考和巡考员看到全部。',
    automatic: '自动分配（1:50）',
    automaticHint: '把没有监考员的考生平均分给现有监考员，每人最多 50 名；已分配的不变。',
    noProctors: '名册里还没有监考员。',
    left: (count: number) => `监考员不够：还差 ${count} 名考生的监考员（按 1:50）。`,
    proctor: '监考员',
    candidates: '本考试考生',
    load: '同时段共',
    handOver: '全部转给',
    handOverChoice: '选择…',
    nobody: '（无）',
    admissionNo: '准考证号',
    name: '姓名',
    watchedBy: (name: string) => `${name} 的监考员`,
    only: '只看没有监考员的',
    changes: '分配记录',
    change: (by: string, candidates: number, proctor: string | null) =>
      proctor === null ? `${by} 取消了 ${candidates} 名考生的监考员` : `${by} 把 ${candidates} 名考生分给 ${proctor}`,
    none: '这个考试还没有考生。',
  },
  {
    title: 'Proctors',
    examination: 'Examination',
    refresh: 'Refresh',
    all: 'Nobody is assigned in this examination: every proctor sees all candidates.',
    unassigned: (count) => `${count} candidates have no proctor; only chief and observers see them.`,
    whole:
      'Every candidate has a proctor. Proctors see and act on their own candidates only; chief and observers see all.',
    automatic: 'Assign automatically (1:50)',
    automaticHint:
      'Shares out the candidates without a proctor evenly, at most 50 each; those who have one keep theirs.',
    noProctors: 'The roster has no proctor yet.',
    left: (count) => `There are too few proctors: ${count} candidates are left over (at 1:50).`,
    proctor: 'Proctor',
    candidates: 'Candidates here',
    load: 'At that time in all',
    handOver: 'Hand all over to',
    handOverChoice: 'Choose…',
    nobody: '(nobody)',
    admissionNo: 'Admission no.',
    name: 'Name',
    watchedBy: (name) => `Proctor of ${name}`,
    only: 'Only those without a proctor',
    changes: 'What was changed',
    change: (by, candidates, proctor) =>
      proctor === null
        ? `${by} took the proctor from ${candidates} candidates`
        : `${by} gave ${candidates} candidates to ${proctor}`,
    none: 'This examination has no candidate yet.',
  },
);
