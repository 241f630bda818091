/** A window of another program, as far as its system tells (LOCK-2). */
export interface ForeignWindow {
  /** The same for as long as the window exists. */
  id: number;
  /** The program's name; the window's class where no process is known. */
  owner: string;
  windowClass: string;
  title: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One look at the windows of the computer. */
export interface WindowLook {
  /** The window that has the keyboard; null when it is the exam window's own, or nobody's. */
  focused: ForeignWindow | null;
  /** Those that lie over the exam window and can be seen, whoever has the keyboard. */
  covering: ForeignWindow[];
}

/** How one system is asked about its windows. */
export interface WindowEyes {
  /** `changed` is called when another window has come to the front, where the system says so unasked. */
  open(changed: () => void): Promise<void>;
  look(): Promise<WindowLook>;
  close(): void;
}

/** Of a title, which anybody may choose, as much as tells what it is. */
const TITLE_LENGTH = 200;

/** What a finding tells of a window. */
export const windowDetail = ({ owner, windowClass, title, x, y, width, height }: ForeignWindow) => ({
  ...{ owner, windowClass, title: title.slice(0, TITLE_LENGTH), x, y, width, height },
});
