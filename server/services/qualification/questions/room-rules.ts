import type { RuleQuestion } from '../../../../shared/domain/training/question.ts';
import { question } from './question.ts';

/** On annex 5 of the notice: what the candidate may not do. Written for this project. */
export const ROOM_RULES: readonly RuleQuestion[] = [
  question('place', {
    ask: [
      '考生在安静的咖啡馆包间里参加考试，周围没有人。',
      'A candidate sits in a quiet private room of a café, with nobody around.',
    ],
    right: ['违反考场规则：公共场所不得作为考场', 'It breaks the rules: a public place is no examination room'],
    wrong: [
      ['可以，只要包间里没有其他人', 'Allowed, as long as nobody else is in the room'],
      ['可以，只要网络稳定', 'Allowed, as long as the network is stable'],
      ['可以，但要提前告诉监考员', 'Allowed, if the proctor was told before'],
    ],
    why: [
      '附件5第1条：不得在学校、图书馆、咖啡馆、办公室等公共场所考试。',
      'Annex 5, rule 1: not in public places such as schools, libraries, cafés or offices.',
    ],
  }),
  question('desk', {
    ask: ['下列哪一样可以放在答题桌面上？', 'Which of these may lie on the desk?'],
    right: ['考试用的键盘和鼠标', 'The keyboard and mouse of the examination'],
    wrong: [
      ['一瓶矿泉水', 'A bottle of water'],
      ['关机的第二部手机', 'A second phone that is switched off'],
      ['自备的计算器', 'A calculator of one’s own'],
    ],
    why: [
      '附件5第2条：桌面只放考试设备、键盘和鼠标；计算器、资料、零食、饮品和监控以外的手机都不允许。',
      'Annex 5, rule 2: the examination’s devices, keyboard and mouse only; no calculator, material, food, drink, or phone other than the second view.',
    ],
  }),
  question('phone-on-desk', {
    ask: [
      '第二视角里看到考生手中有另一部亮屏的手机，应当怎么认定？',
      'The phone’s picture shows another phone, lit, in the candidate’s hand. What is it?',
    ],
    right: ['使用手机，按违规记录', 'Use of a phone: note a violation'],
    wrong: [
      ['那是第二视角设备，不用管', 'The second view’s own device: nothing to do'],
      ['只有看到屏幕内容才能记录', 'Only to be noted if its screen can be read'],
      ['等考试结束后再说', 'Something for after the examination'],
    ],
    why: [
      '附件5第2、7条：除监控设备外的手机不得出现，更不得使用。',
      'Annex 5, rules 2 and 7: no phone but the second view may be there, let alone be used.',
    ],
  }),
  question('second-person', {
    ask: [
      '家人进房间送水，没有说话，几秒后离开。',
      'A relative brings water into the room, says nothing, and leaves after seconds.',
    ],
    right: ['作答空间出现无关人员，应记录并提醒', 'Somebody else was in the room: note it and warn'],
    wrong: [
      ['没有交谈，不算违规', 'Nothing was said: no violation'],
      ['家人不算无关人员', 'Relatives are nobody else'],
      ['时间短于一分钟，不必记录', 'Shorter than a minute: not to be noted'],
    ],
    why: [
      '附件5第4条：作答空间内出现除考生外的无关人员即属违规，是否协助由审核判定。',
      'Annex 5, rule 4: anybody but the candidate in the room is a violation; whether they helped is for the review.',
    ],
  }),
  question('mask', {
    ask: ['考生说感冒了，要戴口罩作答。', 'A candidate has a cold and wants to wear a mask.'],
    right: ['不允许，须露出整个面部', 'Not allowed: the whole face must be seen'],
    wrong: [
      ['允许，健康优先', 'Allowed: health comes first'],
      ['允许，人脸核验已经通过', 'Allowed: the face was verified before'],
      ['允许，但要留下截图', 'Allowed, with a snapshot'],
    ],
    why: [
      '附件5第5条：不得佩戴口罩、墨镜、帽子或用其他方式遮挡面部。',
      'Annex 5, rule 5: no mask, sunglasses, hat or anything else over the face.',
    ],
  }),
  question('ears', {
    ask: [
      '考生长发遮住双耳，看不清是否戴了耳机。',
      'Long hair covers both ears, and it cannot be seen whether there are earphones.',
    ],
    right: ['提醒考生露出耳部轮廓，不改正则记录', 'Warn to show both ears, and note it where that is not done'],
    wrong: [
      ['没有看到耳机就不处理', 'Nothing to do while no earphones are seen'],
      ['直接强制交卷', 'Force hand-in at once'],
      ['请考生关闭麦克风', 'Ask to switch the microphone off'],
    ],
    why: [
      '附件5第6条：全程须确保耳部轮廓清晰可见，不允许使用任何接听设备。',
      'Annex 5, rule 6: both ears visible throughout, and no listening device of any kind.',
    ],
  }),
  question('leave', {
    ask: [
      '考试中途考生举手说要去洗手间，可以离座吗？',
      'A candidate raises a hand to go to the toilet. May they leave the seat?',
    ],
    right: ['不可以，自行离席属于违规', 'No: leaving the seat is a violation'],
    wrong: [
      ['可以，五分钟以内', 'Yes, for up to five minutes'],
      ['可以，带着手机一起去', 'Yes, with the phone'],
      ['可以，只要先截图存证', 'Yes, after a snapshot'],
    ],
    why: [
      '附件5第5、9条：离座和自行离席休息都属违规，时间也不会补。',
      'Annex 5, rules 5 and 9: leaving the seat or resting is a violation, and no time is given back.',
    ],
  }),
  question('copying', {
    ask: ['考生用纸笔抄下题目内容。', 'A candidate copies questions down with pen and paper.'],
    right: ['抄录试题，属于违规', 'Copying the paper: a violation'],
    wrong: [
      ['打草稿可以', 'Allowed as rough work'],
      ['只要考后销毁就可以', 'Allowed if destroyed afterwards'],
      ['只有拍照才算', 'Only photographs count'],
    ],
    why: [
      '附件5第8条：抄录、传播试题，或用图片、视频记录考试过程，都属违规。',
      'Annex 5, rule 8: copying or passing on questions, or recording the examination in pictures or video.',
    ],
  }),
];
