import { defineWords } from '../ui/words.ts';

/** What stands around every page of the console. */
export const frameWords = defineWords(
  {
    brand: { proctor: '云考 监考台', organiser: '云考 考务台', marker: '云考 阅卷台' },
    nav: '页面',
    pages: {
      wall: '监控墙',
      events: '考场动态',
      messages: '全体消息',
      timetable: '考试安排',
      papers: '试卷',
      roster: '报名',
      theses: '论文',
      'answer-files': '答案文件',
      results: '成绩',
      marking: '阅卷',
    },
    counts: '考场人数',
    count: {
      places: '考生',
      signedIn: '已登录',
      verified: '已核验',
      answering: '作答中',
      offline: '离线',
      handedIn: '已交卷',
    },
    link: {
      connected: '已连接',
      notConnected: '连接中断',
      connecting: '正在连接考试中心…',
      lost: (clock: string, span: string) => `与考试中心的连接已中断，自 ${clock}（${span}）`,
    },
    lostNext: '画面和状态可能已经过时。正在自动重连，请检查本机网络；长时间不恢复请联系考务组织者。',
    session: {
      before: (title: string, clock: string, left: string) => `${title} ${clock} 开始，还有 ${left}`,
      open: (title: string, left: string) => `${title} 进行中，剩余 ${left}`,
      over: '全部场次已结束',
    },
    signOut: '退出',
    loading: '正在读取考场…',
  },
  {
    brand: { proctor: 'Yunkao proctor console', organiser: 'Yunkao organiser console', marker: 'Yunkao marking' },
    nav: 'Pages',
    pages: {
      wall: 'Wall',
      events: 'Events',
      messages: 'Message all',
      timetable: 'Timetable',
      papers: 'Papers',
      roster: 'Entries',
      theses: 'Theses',
      'answer-files': 'Answer files',
      results: 'Results',
      marking: 'Marking',
    },
    counts: 'Candidates of the room',
    count: {
      places: 'Candidates',
      signedIn: 'Signed in',
      verified: 'Verified',
      answering: 'Answering',
      offline: 'Offline',
      handedIn: 'Handed in',
    },
    link: {
      connected: 'Connected',
      notConnected: 'Not connected',
      connecting: 'Connecting to the exam centre…',
      lost: (clock, span) => `Connection to the exam centre lost since ${clock} (${span})`,
    },
    lostNext:
      'Pictures and states may be out of date. Reconnecting by itself: check this computer’s network, and call the organiser if it lasts.',
    session: {
      before: (title, clock, left) => `${title} starts at ${clock}, in ${left}`,
      open: (title, left) => `${title} is on, ${left} left`,
      over: 'All sessions have ended',
    },
    signOut: 'Sign out',
    loading: 'Loading the room…',
  },
);
