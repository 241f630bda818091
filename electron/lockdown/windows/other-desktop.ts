import type { DesktopFacts } from './desktop-facts.ts';

/** Why the exam's desktop does not have the keyboard; told as the class of the window in front. */
export type OtherDesktop =
  | 'other_user'
  | 'lock_screen'
  | 'screen_saver'
  /** UAC. */
  | 'system_question'
  /** Ctrl+Alt+Delete. */
  | 'security_screen'
  /** One that a program has made, which anybody may. */
  | 'second_desktop';

/** What asks for leave to change the system. */
const ASKS_FOR_LEAVE = 'consent.exe';

/** `running`: file names of what runs now. */
export function otherDesktop(facts: DesktopFacts, running: readonly string[]): OtherDesktop {
  if (facts.connected === false) return 'other_user';
  if (facts.locked === true) return 'lock_screen';
  if (facts.screenSaver || /^screen-?saver$/i.test(facts.name ?? '')) return 'screen_saver';
  // What can be opened is none of the system's own.
  if (facts.name !== null && !/^winlogon$/i.test(facts.name)) return 'second_desktop';
  if (running.some((image) => image.toLowerCase() === ASKS_FOR_LEAVE)) return 'system_question';
  return 'security_screen';
}
