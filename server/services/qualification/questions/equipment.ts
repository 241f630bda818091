import type { RuleQuestion } from '../../../../shared/domain/training/question.ts';
import { question } from './question.ts';

/** On annex 4 of the notice: computer, phone and network. Written for this project. */
export const EQUIPMENT: readonly RuleQuestion[] = [
  question('rear-place', {
    ask: ['第二视角手机应放在哪里？', 'Where does the phone of the second view stand?'],
    right: [
      '考生侧后方45度，高1.2至1.5米，距离1.5至2.0米',
      'Behind the candidate at 45 degrees, 1.2 to 1.5 m high, 1.5 to 2.0 m away',
    ],
    wrong: [
      ['考生正前方，紧挨电脑屏幕', 'Right in front, beside the screen'],
      ['考生正后方，高2米以上', 'Right behind, higher than 2 m'],
      ['拿在考生手里', 'In the candidate’s hand'],
    ],
    why: ['附件4第三部分第6条。', 'Annex 4, part 3, paragraph 6.'],
  }),
  question('rear-shows', {
    ask: ['第二视角的画面必须能看到什么？', 'What must the second view show?'],
    right: ['考生桌面、屏幕及前方', 'The desk, the screen, and what is before the candidate'],
    wrong: [
      ['只要看到考生后脑', 'The back of the head is enough'],
      ['房门和窗户', 'Door and windows'],
      ['考生的身份证', 'The identity card'],
    ],
    why: [
      '附件4第三部分第6条：可监测到考生桌面、屏幕及前方图像。',
      'Annex 4, part 3, paragraph 6: desk, screen and the view ahead.',
    ],
  }),
  question('no-extra-time', {
    ask: [
      '考生断网12分钟后重新连接，请求补时12分钟。',
      'A candidate was without network for 12 minutes and asks for 12 minutes more.',
    ],
    right: ['不补时，之前的作答会保留', 'No extra time; what was answered before is kept'],
    wrong: [
      ['补12分钟', 'Give 12 minutes'],
      ['补一半时间', 'Give half of it'],
      ['由监考员自行决定', 'It is for the proctor to decide'],
    ],
    why: [
      '附件4第四部分第5条：设备或网络故障造成的时间损失不补时、不补考。',
      'Annex 4, part 4, paragraph 5: no extra time and no second sitting for failures of device or network.',
    ],
  }),
  question('popups', {
    ask: [
      '考前为什么要求关闭安全卫士、电脑管家和通讯软件？',
      'Why are security suites and messengers to be closed before?',
    ],
    right: ['被动弹窗可能被系统判定为作弊', 'A pop-up of theirs may be taken for cheating'],
    wrong: [
      ['它们会让电脑变慢', 'They make the computer slow'],
      ['它们会占用摄像头电量', 'They use up the camera’s power'],
      ['只是建议，没有影响', 'It is advice without consequence'],
    ],
    why: ['附件4第二部分第5条。', 'Annex 4, part 2, paragraph 5.'],
  }),
  question('phone-call', {
    ask: [
      '考生的第二视角手机来了电话，画面中断。',
      'A call comes in on the second view’s phone, and the picture breaks off.',
    ],
    right: [
      '提醒考生挂断并恢复画面，中断会留下记录',
      'Warn to end the call and bring the picture back; the gap is kept',
    ],
    wrong: [
      ['第一视角还在，不用管', 'The front view is still there: nothing to do'],
      ['允许考生接完电话', 'Let the candidate finish the call'],
      ['立即强制交卷', 'Force hand-in at once'],
    ],
    why: [
      '附件4第三部分第5条：开启第二视角前应关掉来电、微信等提醒，避免监控被打断；两路监控须全程开启。',
      'Annex 4, part 3, paragraph 5, and part 1: nothing may interrupt the second view, and both views are on throughout.',
    ],
  }),
  question('camera-on', {
    ask: [
      '考生用便利贴盖住电脑摄像头，说手机画面已经够了。',
      'A candidate covers the computer’s camera: the phone’s picture should do.',
    ],
    right: ['不允许，两路监控须全程开启、无遮挡', 'Not allowed: both views stay on and uncovered throughout'],
    wrong: [
      ['允许，只要手机画面清楚', 'Allowed, as long as the phone’s picture is clear'],
      ['允许，只盖五分钟', 'Allowed for five minutes'],
      ['允许，隐私优先', 'Allowed: privacy comes first'],
    ],
    why: ['附件4第一部分、第二部分第3条；附件5第5条。', 'Annex 4, part 1 and part 2, paragraph 3; annex 5, rule 5.'],
  }),
  question('backup-network', {
    ask: ['考生家中宽带断了，应当怎么做？', 'The candidate’s broadband fails. What is to be done?'],
    right: ['切换到事先调试好的手机4G等备用网络', 'Change to the mobile network that was tried out before'],
    wrong: [
      ['换到邻居家继续考', 'Go on at the neighbour’s'],
      ['等宽带修好再补时', 'Wait for the repair and get the time back'],
      ['请监考员代为作答', 'Ask the proctor to answer instead'],
    ],
    why: [
      '附件4第四部分第4条：准备4G等备用网络并事先调试，以便迅速切换。',
      'Annex 4, part 4, paragraph 4: a mobile network, tried out before, to change to quickly.',
    ],
  }),
  question('microphone', {
    ask: [
      '考生认为房间安静，把麦克风关掉了。',
      'The room is quiet, says the candidate, and switches the microphone off.',
    ],
    right: ['违规，须全程开启音频监控', 'A violation: sound is watched throughout'],
    wrong: [
      ['可以，安静即可', 'Allowed, if it is quiet'],
      ['可以，有画面就行', 'Allowed, since there are pictures'],
      ['可以，交卷前再打开', 'Allowed, if switched on before handing in'],
    ],
    why: ['附件4第二部分第3条；附件5第5条。', 'Annex 4, part 2, paragraph 3; annex 5, rule 5.'],
  }),
];
