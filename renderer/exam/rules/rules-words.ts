import { defineWords } from '../../ui/words.ts';

/** Annex 5 of the notice, in our own words, in its order. */
export const rulesWords = defineWords(
  {
    title: '考场规则',
    lead: '违反下列规则可能导致成绩无效。请逐条阅读。',
    rules: [
      '独自在安静、明亮、不受打扰的房间里考试；不在学校、图书馆、咖啡馆、办公室等公共场所。',
      '桌面干净平整，只放考试设备、键盘和鼠标；不放其他手机、电子设备、计算器、书籍资料、零食饮料。',
      '由本人参加考试，不伪造身份信息，不替他人考试，也不请他人代考。',
      '房间里不出现其他人，不接受任何人的帮助。',
      '不戴口罩、墨镜、帽子，不遮挡面部；不遮挡、不关闭摄像头和麦克风；不离座，不离开摄像头画面。',
      '全程露出双耳，不戴任何耳机。',
      '不翻看书籍资料，不使用手机、平板电脑。',
      '不抄录、不传播试题，不拍照、不录屏、不录像。',
      '不做与考试无关的事：吃东西、吸烟、躺卧、自行离席休息。',
      '以上没有列出、但可能影响考试公平的行为，同样可能导致成绩无效。',
    ],
    network: '网络或设备故障不延长考试时间。断网时答案保存在本机，可以继续作答，恢复后自动发送。',
    read: '我已阅读并遵守',
  },
  {
    title: 'Rules of the examination',
    lead: 'A breach of these rules may void your result. Please read each of them.',
    rules: [
      'Sit the exam alone in a quiet, bright room where nobody disturbs you; not in a public place such as a school, library, café or office.',
      'Keep the desk clean and flat with the exam devices, keyboard and mouse only: no other phone, electronic device, calculator, book, paper, food or drink.',
      'Sit the exam yourself: no false identity, nobody in your place, you in nobody’s place.',
      'Nobody else is in the room, and nobody helps you.',
      'No mask, sunglasses or hat, nothing over your face; do not cover or switch off camera or microphone; do not leave your seat or the picture.',
      'Both ears stay visible; no headphones of any kind.',
      'No looking into books or notes, no use of a phone or tablet.',
      'No copying or passing on of questions; no photos, screen or video recording.',
      'Nothing that is not part of the exam: no eating, smoking, lying down or leaving for a rest.',
      'Anything else that may harm the fairness of the exam may void the result too.',
    ],
    network:
      'A failing network or device does not extend the time. While offline your answers are kept on this computer; go on answering, they are sent when the connection is back.',
    read: 'I have read the rules and will keep them',
  },
);
