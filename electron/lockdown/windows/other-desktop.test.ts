import { describe, expect, it } from 'vitest';
import type { DesktopFacts } from './desktop-facts.ts';
import { otherDesktop } from './other-desktop.ts';

/** Of Ctrl+Alt+Delete: a desktop that may not be opened, and nothing else. */
const SECURE: DesktopFacts = { isOurs: false, name: null, connected: true, locked: false, screenSaver: false };
const told = (facts: Partial<DesktopFacts>, running: string[] = ['explorer.exe', 'LogonUI.exe']) =>
  otherDesktop({ ...SECURE, ...facts }, running);

describe('[LOCK-2] another desktop of Windows is told apart', () => {
  it.each([
    ['security_screen', told({})],
    ['security_screen', told({ name: 'Winlogon', connected: null, locked: null })],
    ['system_question', told({}, ['Consent.exe'])],
    ['lock_screen', told({ locked: true })],
    ['other_user', told({ connected: false, locked: true })],
    ['screen_saver', told({ name: 'Screen-saver' })],
    ['screen_saver', told({ screenSaver: true })],
    ['second_desktop', told({ name: 'Desktop 2' })],
    ['second_desktop', told({ name: '' })],
  ])('%s', (expected, seen) => {
    expect(seen).toBe(expected);
  });
});
