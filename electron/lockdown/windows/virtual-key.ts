/** Virtual-key codes of Windows (winuser.h), those that decide something here. */
export const VK = {
  TAB: 0x09,
  SHIFT: 0x10,
  CONTROL: 0x11,
  MENU: 0x12,
  ESCAPE: 0x1b,
  SPACE: 0x20,
  PRINT_SCREEN: 0x2c,
  DELETE: 0x2e,
  ZERO: 0x30,
  A: 0x41,
  S: 0x53,
  Z: 0x5a,
  LEFT_WIN: 0x5b,
  RIGHT_WIN: 0x5c,
  APPS: 0x5d,
  SLEEP: 0x5f,
  NUMPAD_0: 0x60,
  DIVIDE: 0x6f,
  F1: 0x70,
  F4: 0x73,
  F24: 0x87,
  NUM_LOCK: 0x90,
  LEFT_SHIFT: 0xa0,
  RIGHT_MENU: 0xa5,
  BROWSER_BACK: 0xa6,
  BROWSER_HOME: 0xac,
  LAUNCH_MAIL: 0xb4,
  LAUNCH_APP2: 0xb7,
  /** Signs, on whatever layout. */
  FIRST_SIGN: 0xba,
  LAST_SIGN: 0xe2,
  /** Assigned to no key by anybody: with it the hook asks itself whether it is still called. */
  UNASSIGNED: 0xe8,
  /** Text put in by a touch keyboard, by handwriting or by an input method. */
  PACKET: 0xe7,
} as const;

const NAMES: Partial<Record<number, string>> = {
  [VK.TAB]: 'Tab',
  [VK.ESCAPE]: 'Esc',
  [VK.SPACE]: 'Space',
  [VK.PRINT_SCREEN]: 'PrintScreen',
  [VK.DELETE]: 'Delete',
  [VK.LEFT_WIN]: 'Win',
  [VK.RIGHT_WIN]: 'Win',
  [VK.APPS]: 'Apps',
  [VK.SLEEP]: 'Sleep',
  [VK.NUM_LOCK]: 'NumLock',
};

/** What a proctor reads of it. */
export function keyName(virtualKey: number): string {
  if (virtualKey >= VK.F1 && virtualKey <= VK.F24) return `F${virtualKey - VK.F1 + 1}`;
  if ((virtualKey >= VK.ZERO && virtualKey <= 0x39) || (virtualKey >= VK.A && virtualKey <= VK.Z)) {
    return String.fromCharCode(virtualKey);
  }
  return NAMES[virtualKey] ?? `0x${virtualKey.toString(16)}`;
}
