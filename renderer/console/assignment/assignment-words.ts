import { defineWords } from '../../ui/words.ts';

export const assignmentWords = defineWords(
  {
    title: '监考分配',
    examination: '考试',
    all: '这个考试还没有分配监考员：每名监考员都看到全部考生。',
    allQualified: '这个考试还没有分配监考员：每名有监考资格的监考员都看到全部考生。',
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
    standing: '监考资格',
    state: {
      qualified: (until: string) => `有效，至 ${until}`,
      ends_too_soon: (until: string) => `考试结束前到期（${until}），不能分配`,
      expired: (until: string) => `已到期（${until}），不能分配`,
      withdrawn: () => '已取消，不能分配',
      never: () => '没有通过考核，不能分配',
    },
    notQualified: (name: string) => `${name}（无有效资格）`,
    unqualified: (names: string) =>
      `已分配考生、但没有有效监考资格的监考员：${names}。请转给别人，或让他们先通过考核。`,
    noneQualified: '没有一名监考员有有效资格：请先安排培训考核，或由考务在“监考资格”中登记。',
  },
  {
    title: 'Proctors',
    examination: 'Examination',
    all: 'Nobody is assigned in this examination: every proctor sees all candidates.',
    allQualified: 'Nobody is assigned in this examination: every proctor with a valid pass sees all candidates.',
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
    standing: 'Pass',
    state: {
      qualified: (until) => `valid until ${until}`,
      ends_too_soon: (until) => `ends before the examination (${until}): cannot be given candidates`,
      expired: (until) => `ended ${until}: cannot be given candidates`,
      withdrawn: () => 'withdrawn: cannot be given candidates',
      never: () => 'test not passed: cannot be given candidates',
    },
    notQualified: (name) => `${name} (no valid pass)`,
    unqualified: (names) =>
      `Proctors who have candidates and no valid pass: ${names}. Hand their candidates over, or have them pass the test.`,
    noneQualified: 'No proctor has a valid pass: the test comes first, or an organiser records passes under “Passes”.',
  },
);
