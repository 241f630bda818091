/**
 * Why a case is decided as it is: a tree of two levels, with the words of annex 5 of the notice. The first level of what is
 * sustained is the rule of annex 5 that was broken.
 */
type Words = Readonly<Record<'zh' | 'en', string>>;
const say = (zh: string, en: string): Words => ({ zh, en });

export interface GroundGroup {
  title: Words;
  leaves: Readonly<Record<string, Words>>;
}

export const GROUNDS = {
  sustained: {
    r1: {
      title: say('第1条 考试环境', 'Rule 1: the place'),
      leaves: {
        public_place: say('在公共场所考试', 'sat in a public place'),
        not_alone: say('未独自考试', 'was not alone'),
      },
    },
    r2: {
      title: say('第2条 桌面物品', 'Rule 2: the desk'),
      leaves: {
        devices: say('摆放手机等电子设备', 'phones or other devices on it'),
        papers: say('摆放书籍、资料', 'books or papers on it'),
        other_things: say('摆放其他违规物品', 'other prohibited things on it'),
      },
    },
    r3: {
      title: say('第3条 替考与虚假资料', 'Rule 3: impersonation'),
      leaves: {
        impersonated: say('替他人或委托他人考试', 'somebody else sat the exam'),
        false_papers: say('伪造资料、身份信息', 'forged papers or identity'),
      },
    },
    r4: {
      title: say('第4条 他人协助', 'Rule 4: help by others'),
      leaves: {
        others_present: say('作答空间内出现无关人员', 'others were in the room'),
        helped: say('他人协助作答', 'others helped to answer'),
      },
    },
    r5: {
      title: say('第5条 逃避监考', 'Rule 5: evading the proctor'),
      leaves: {
        face_covered: say('遮挡面部', 'covered the face'),
        camera_blocked: say('遮挡、关闭摄像头或麦克风', 'blocked a camera or the microphone'),
        left_seat: say('离座', 'left the seat'),
        out_of_view: say('故意偏离摄像头范围', 'kept out of the picture'),
        evaded_lock: say('切换程序、规避考试窗口的限制', 'worked around the exam window'),
      },
    },
    r6: { title: say('第6条 耳机', 'Rule 6: headphones'), leaves: { headphones: say('使用耳机', 'used headphones') } },
    r7: {
      title: say('第7条 翻看资料', 'Rule 7: looking things up'),
      leaves: {
        read_papers: say('翻看书籍、资料', 'read books or papers'),
        used_device: say('使用手机、平板电脑', 'used a phone or tablet'),
      },
    },
    r8: {
      title: say('第8条 传播试题', 'Rule 8: spreading the questions'),
      leaves: { copied: say('抄录试题', 'copied questions'), recorded: say('拍摄、录制考试过程', 'recorded the exam') },
    },
    r9: {
      title: say('第9条 与考试无关的行为', 'Rule 9: conduct'),
      leaves: {
        ate: say('吃零食、吸烟', 'ate or smoked'),
        rested: say('躺卧、自行离席休息', 'lay down or took a rest'),
      },
    },
    r10: {
      title: say('第10条 其他', 'Rule 10: anything else'),
      leaves: { other: say('其他影响公平的行为', 'other unfair conduct') },
    },
  },
  dismissed: {
    evidence: {
      title: say('证据', 'The evidence'),
      leaves: {
        not_shown: say('录像中看不到该行为', 'the recording does not show it'),
        unclear: say('画面不清，不足以认定', 'too unclear to decide'),
      },
    },
    conduct: {
      title: say('行为', 'The conduct'),
      leaves: {
        allowed: say('属于允许的行为', 'it was allowed'),
        excused: say('有正当理由', 'there was good reason'),
      },
    },
    technical: {
      title: say('技术原因', 'Technical causes'),
      leaves: {
        false_alarm: say('系统误判', 'a false alarm'),
        fault: say('设备或网络故障', 'a fault of device or network'),
      },
    },
  },
} as const satisfies Record<string, Record<string, GroundGroup>>;

export const VERDICTS = ['sustained', 'dismissed'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The leaves a verdict may rest on, as `group.leaf`, with the words of both levels. */
export function groundsOf(verdict: Verdict): readonly { code: string; group: Words; leaf: Words }[] {
  const groups: Record<string, GroundGroup> = GROUNDS[verdict];
  return Object.entries(groups).flatMap(([group, { title, leaves }]) =>
    Object.entries(leaves).map(([leaf, words]) => ({ code: `${group}.${leaf}`, group: title, leaf: words })),
  );
}

export const isGround = (verdict: Verdict, code: string): boolean =>
  groundsOf(verdict).some((ground) => ground.code === code);

/** `第5条 逃避监考：离座`; the code itself where it is not known. */
export function groundText(verdict: Verdict, code: string, language: 'zh' | 'en'): string {
  const found = groundsOf(verdict).find((ground) => ground.code === code);
  return found ? `${found.group[language]}${language === 'zh' ? '：' : ', '}${found.leaf[language]}` : code;
}
