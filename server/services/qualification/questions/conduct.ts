import type { RuleQuestion } from '../../../../shared/domain/training/question.ts';
import { question } from './question.ts';

/** On what a proctor does and leaves (notice section 4.3). Written for this project. */
export const CONDUCT: readonly RuleQuestion[] = [
  question('who-decides', {
    ask: ['监考员发现疑似替考，谁作最终认定？', 'A proctor suspects that somebody else sits. Who decides in the end?'],
    right: ['省中心审核判定，监考员记录并上报', 'The provincial centre; the proctor notes and reports it'],
    wrong: [
      ['监考员当场认定', 'The proctor, at once'],
      ['考生本人说明后即可', 'The candidate’s word settles it'],
      ['系统的相似度分数', 'The system’s similarity score'],
    ],
    why: [
      '通知四（三）：考后汇总违纪信息，由省中心审核判定并在成绩中标注。',
      'Notice 4.3: what was found is handed over, and the provincial centre decides and annotates the result.',
    ],
  }),
  question('evidence', {
    ask: ['看到疑似违规，首先应当做什么？', 'Something looks like a violation. What comes first?'],
    right: [
      '立即记录，写明看到的情况，必要时截图',
      'Note it at once with what was seen, and take a snapshot where it helps',
    ],
    wrong: [
      ['先和同事讨论，考完再记', 'Talk it over, and note it after the examination'],
      ['再等几次，看是否重复', 'Wait whether it happens again'],
      ['口头告诉主考即可', 'Telling the chief is enough'],
    ],
    why: [
      '记录的时间是对照两路录像的依据；晚记就难以对上。',
      'The time of the note leads into both recordings: noted late, it does not fit them.',
    ],
  }),
  question('explain-item', {
    ask: ['考生举手问：“这道题是什么意思？”', 'A candidate raises a hand: “What does this question mean?”'],
    right: ['不解释试题，请考生按自己的理解作答', 'Do not explain it: answer as you understand it'],
    wrong: [
      ['简单提示一下', 'Give a small hint'],
      ['告诉大家同样的提示', 'Give everybody the same hint'],
      ['请考生跳过，改天再答', 'Let it be answered another day'],
    ],
    why: [
      '监考员不得对试题内容作任何解释，以保证公平。',
      'A proctor explains nothing of the paper: it would be unfair to everybody else.',
    ],
  }),
  question('glance', {
    ask: ['考生抬头看了一眼窗外，两秒后继续作答。', 'A candidate looks out of the window for two seconds and goes on.'],
    right: ['正常动作，继续观察', 'Harmless: go on watching'],
    wrong: [
      ['记录违规', 'Note a violation'],
      ['强制交卷', 'Force hand-in'],
      ['要求考生重新人脸核验', 'Ask for the face again'],
    ],
    why: [
      '看向别处要看持续时间和反复程度；误记会干扰考生，也增加审核负担。',
      'It is how long and how often that counts; a false note disturbs the candidate and the review.',
    ],
  }),
  question('force-hand-in', {
    ask: ['什么情况下可以强制交卷？', 'When may a proctor hand in for a candidate?'],
    right: [
      '有明确理由并写明，例如冒名或多次警告后仍违规',
      'With a reason that is written down: another person, or going on after several warnings',
    ],
    wrong: [
      ['考生作答太慢', 'The candidate is slow'],
      ['考生提前答完', 'The candidate has finished early'],
      ['考生离线五分钟', 'The candidate is offline for five minutes'],
    ],
    why: [
      '强制交卷不能撤回，理由永久保存；断线不是违规。',
      'It cannot be undone and its reason is kept for good; being offline is no violation.',
    ],
  }),
  question('machine-flags', {
    ask: ['系统没有提示某名考生有异常，说明什么？', 'The system flags nothing of a candidate. What does that mean?'],
    right: ['不说明没有违规，仍要人工逐个查看', 'Nothing: a person still has to look at each of them'],
    wrong: [
      ['说明没有违规', 'That there was no violation'],
      ['说明摄像头坏了', 'That the camera is broken'],
      ['可以不再看这名考生', 'That this candidate need not be looked at'],
    ],
    why: [
      '附件5：AI监考之外还有人工远程视频、音频监考；机器会漏。',
      'Annex 5: people watch and listen besides the machine, and machines miss things.',
    ],
  }),
  question('privacy', {
    ask: ['监考员可以用自己的手机拍下监控画面发给朋友请教吗？', 'May a proctor photograph the wall to ask a friend?'],
    right: ['不可以，只能在系统内截图存证、上报', 'No: snapshots and reports stay inside of the system'],
    wrong: [
      ['可以，隐去姓名即可', 'Yes, without the names'],
      ['可以，考完删除', 'Yes, if deleted afterwards'],
      ['可以，只发给同事', 'Yes, to colleagues only'],
    ],
    why: [
      '考生影像是考试证据和个人信息，不得带出系统。',
      'Candidates’ pictures are evidence and personal data: they do not leave the system.',
    ],
  }),
  question('all-the-time', {
    ask: [
      '一名监考员看约50名考生，怎样保证每个人都被看到？',
      'One proctor watches about fifty. How is everybody looked at?',
    ],
    right: [
      '按系统提示轮流放大查看，处理提示后继续轮看',
      'Look at each in turn as the wall asks, and go on after every interruption',
    ],
    wrong: [
      ['只看系统提示的考生', 'Look only at those who are flagged'],
      ['只看第一页', 'Look at the first page only'],
      ['每小时看一次墙', 'Look at the wall once an hour'],
    ],
    why: [
      '监考比例约1:50；久未查看的考生会出现在“需要查看”中。',
      'About 1:50; whoever was not looked at for long is listed as needing a look.',
    ],
  }),
];
