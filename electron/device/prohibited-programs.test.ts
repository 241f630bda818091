import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import prohibitedPrograms from '../../assets/prohibited-programs.json';
import { isRemoteSession } from './device-report.ts';
import { findProhibited, ProhibitedListSchema } from './prohibited-programs.ts';
import { parsePs, parseTasklist, runningPrograms } from './running-programs.ts';

const list = ProhibitedListSchema.parse(prohibitedPrograms);
const allImages = list.programs.flatMap(({ images }) => Object.values(images).flat());

describe('the list of prohibited programs', () => {
  it('names every program on some system, each image once, and none by a pattern', () => {
    for (const { images, name } of list.programs) {
      expect(Object.values(images).flat(), name.en).not.toEqual([]);
      for (const ofSystem of Object.values(images)) expect(new Set(ofSystem).size).toBe(ofSystem.length);
    }
    expect(allImages.filter((image) => /[*?\\/]/.test(image))).toEqual([]);
    const windows = list.programs.flatMap(({ images }) => images.win32.map((image) => image.toLowerCase()));
    expect(new Set(windows).size).toBe(windows.length);
  });

  it('never holds an input method, and asks about security suites instead of ending them', () => {
    expect(allImages.filter((image) => /sogou|ctfmon|pinyin|ime|rime|fcitx|ibus|wubi/i.test(image))).toEqual([]);
    for (const { class: kind, policy } of list.programs) expect(policy === 'ask').toBe(kind === 'security_suite');
  });
});

describe('finding prohibited programs', () => {
  it('goes by the whole name, without regard to letter case on Windows only', () => {
    const running = new Set(['wechat.EXE', 'NotWeChat.exe', 'QQ.exe.old', 'explorer.exe']);
    expect(findProhibited(list, running, 'win32').map(({ image }) => image)).toEqual(['WeChat.exe']);
    expect(findProhibited(list, new Set(['qq']), 'darwin')).toEqual([]);
    expect(findProhibited(list, new Set(['QQ']), 'darwin')).toMatchObject([{ image: 'QQ', policy: 'end' }]);
  });

  it('reads the lists of Windows and macOS', () => {
    const tasklist =
      '"System Idle Process","0","Services","0","8 K"\r\n"WeChat.exe","4120","Console","1","91,024 K"\r\n';
    expect(parseTasklist(tasklist)).toEqual(['System Idle Process', 'WeChat.exe']);
    expect(parsePs('/sbin/launchd\n/Applications/QQ.app/Contents/MacOS/QQ\n\n')).toEqual(['launchd', 'QQ']);
  });

  it.runIf(process.platform === 'linux')('sees a real process by the name of its file', async () => {
    const program = join(await mkdtemp(join(tmpdir(), 'yunkao-programs-')), 'sunloginclient');
    await copyFile('/bin/sleep', program);
    const child = spawn(program, ['60']);
    await once(child, 'spawn');
    const running = await runningPrograms('linux', process.env);
    expect(findProhibited(list, running, 'linux').map(({ image }) => image)).toContain('sunloginclient');
    child.kill();
    await once(child, 'exit');
  });
});

it('knows a remote session by its name on Windows', () => {
  expect(isRemoteSession('win32', { SESSIONNAME: 'RDP-Tcp#3' })).toBe(true);
  expect(isRemoteSession('win32', { SESSIONNAME: 'Console' })).toBe(false);
  expect(isRemoteSession('linux', { SESSIONNAME: 'RDP-Tcp#3' })).toBe(false);
});
