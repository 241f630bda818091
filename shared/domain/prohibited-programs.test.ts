import { describe, expect, it } from 'vitest';
import given from '../../assets/prohibited-programs.json';
import { ProhibitedListSchema } from '../contract/prohibited-programs.ts';
import { namesInputMethod } from './input-methods.ts';
import { findProhibited, type RunningProcess } from './prohibited-programs.ts';

const list = ProhibitedListSchema.parse(given);
const running = (image: string, told: Partial<RunningProcess> = {}): RunningProcess => ({
  ...{ pid: 1, image, originalName: null, bundleId: null, signers: [], ports: [] },
  ...told,
});
const found = (process: RunningProcess, system: 'win32' | 'darwin' | 'linux' = 'win32') =>
  findProhibited(list.programs, [process], system).map(({ program, by }) => `${program.id} ${by}`);
const filesOf = (program: (typeof list.programs)[number]) => [
  ...Object.values(program.marks.images).flat(),
  ...program.marks.originalNames,
];

describe('[LOCK-5] the list of prohibited programs', () => {
  it('gives every program an id of its own and something to know it by, never a pattern', () => {
    expect(new Set(list.programs.map(({ id }) => id)).size).toBe(list.programs.length);
    for (const program of list.programs) {
      const { bundleIds, ports, signers } = program.marks;
      expect([...filesOf(program), ...bundleIds, ...ports], program.id).not.toEqual([]);
      expect([...filesOf(program), ...bundleIds, ...signers].filter((mark) => /[*?\\/]/.test(mark))).toEqual([]);
    }
  });

  it.each(['win32', 'darwin', 'linux'] as const)('gives one file name to one program on %s', (system) => {
    const files = list.programs.flatMap(({ marks }) => marks.images[system].map((image) => image.toLowerCase()));
    const alike = files.filter((file, at) => files.indexOf(file) !== at);
    // On macOS and Linux letter case counts, and one program may have both.
    expect(system === 'win32' ? alike : alike.filter((file) => !['obs', 'rustdesk', 'ollama'].includes(file))).toEqual(
      [],
    );
  });

  it('asks about security suites and virtual machines, whose end would cost somebody something', () => {
    for (const { kind, policy, id } of list.programs) {
      if (kind === 'security_suite' || kind === 'virtual_machine') expect(policy, id).toBe('ask');
    }
  });

  it('has what candidates in China have: chat, remote control, screen sharing, recording, AI, machines', () => {
    const kinds = new Set(list.programs.map(({ kind }) => kind));
    expect(kinds.size).toBe(7);
    const ids = list.programs.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'wechat',
        'qq',
        'dingtalk',
        'feishu',
        'tencent-meeting',
        'sunlogin',
        'todesk',
        '360-safe',
      ]),
    );
  });
});

describe('[LOCK-5] a prohibited program is found', () => {
  it('by the whole name of its file, in any letter case on Windows only', () => {
    expect(found(running('wechat.EXE'))).toEqual(['wechat image']);
    expect(found(running('NotWeChat.exe'))).toEqual([]);
    expect(found(running('QQ.exe.old'))).toEqual([]);
    expect(found(running('qq'), 'darwin')).toEqual([]);
    expect(found(running('QQ'), 'darwin')).toEqual(['qq image']);
  });

  it('under another name: by the original name, the bundle id or who signed it', () => {
    expect(found(running('notes.exe', { originalName: 'AnyDesk.exe' }))).toEqual(['anydesk original_name']);
    expect(found(running('notes.exe', { signers: ['DigiCert', 'AnyDesk Software GmbH'] }))).toEqual(['anydesk signer']);
    expect(found(running('Notes', { bundleId: 'com.oray.sunlogin.macclient' }), 'darwin')).toEqual([
      'sunlogin bundle_id',
    ]);
    expect(found(running('Notes', { bundleId: 'com.oray.sunlogins' }), 'darwin')).toEqual([]);
  });

  it('by the port on which it listens, when nothing tells more', () => {
    expect(found(running('notes', { ports: [80, 21118] }), 'linux')).toEqual(['rustdesk port']);
    expect(found(running('AnyDesk.exe', { ports: [5900] }))).toEqual(['anydesk image']);
  });
});

describe('[LOCK-5] an input method is never found', () => {
  const inputMethods = [
    ...['ctfmon.exe', 'ChsIME.exe', 'TextInputHost.exe', 'TabTip.exe', 'InputPersonalization.exe', 'ImeBroker.exe'],
    ...['SogouCloud.exe', 'SGTool.exe', 'SogouImeBroker.exe', 'PinyinUp.exe', 'QQPinyin.exe', 'QQPYCloud.exe'],
    ...['wetype_server.exe', 'wetype_renderer.exe', 'BaiduPinyinCore.exe', 'bdpinyin.exe', 'iFlyIME.exe'],
    ...['GooglePinyinDaemon.exe', 'WeaselServer.exe', 'DoubaoIme.exe', 'fcitx', 'fcitx5', 'ibus-daemon'],
    ...['ibus-engine-libpinyin', 'sogoupinyin-service', 'Squirrel'],
  ];
  const bundles = [
    ...['com.apple.inputmethod.SCIM', 'com.sogou.inputmethod.sogou', 'com.tencent.inputmethod.wetype'],
    ...['com.tencent.inputmethod.QQInput', 'com.baidu.inputmethod.BaiduIM', 'im.rime.inputmethod.Squirrel'],
  ];
  /** As whoever extends the list could write it. */
  const against = (files: string[], bundleIds: string[]) => ({
    ...{
      id: 'extra-1',
      name: { zh: '输入法', en: 'input' },
      publisher: '',
      kind: 'other',
      policy: 'end',
      quit: 'window',
    },
    marks: {
      images: { win32: files, darwin: files, linux: files },
      ...{ originalNames: files, bundleIds, signers: [], ports: [] },
    },
  });

  it.each(inputMethods)('%s: not by the list, not by an addition to it', (image) => {
    const programs = [...list.programs, against([image], []) as (typeof list.programs)[number]];
    for (const system of ['win32', 'darwin', 'linux'] as const) {
      expect(findProhibited(programs, [running(image), running(image, { originalName: image })], system)).toEqual([]);
    }
    expect(namesInputMethod(image)).toBe(true);
  });

  it.each(bundles)('%s: not by the list, not by an addition to it', (bundleId) => {
    const programs = [...list.programs, against([], [bundleId]) as (typeof list.programs)[number]];
    expect(findProhibited(programs, [running('anything', { bundleId })], 'darwin')).toEqual([]);
  });

  it('no mark of the list is one, nor of a publisher that makes one', () => {
    for (const program of list.programs) {
      expect(filesOf(program).filter(namesInputMethod), program.id).toEqual([]);
      const makers = /sogou|tencent|baidu|iflytek|google|microsoft|bytedance|beijing|qihoo/i;
      expect(
        program.marks.signers.filter((signer) => makers.test(signer)),
        program.id,
      ).toEqual([]);
    }
  });

  it('but another program does not hide behind the name of one', () => {
    expect(found(running('SogouCloud.exe', { originalName: 'AnyDesk.exe' }))).toEqual(['anydesk original_name']);
  });
});
