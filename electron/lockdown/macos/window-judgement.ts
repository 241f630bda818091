import type { ForeignWindow } from '../foreign-window.ts';
import type { MacState, MacWindow } from './mac-state.ts';

/** Less of the paper than this nothing can cover that is read. */
const SMALLEST_SIDE = 40;
/** The pointer and what else the window server draws itself. */
const DRAWN_BY_SYSTEM = /^Window ?Server$/;
/** The lists of characters of input methods, and what switches them, lie over the paper because they belong there. */
const BELONGS_TO_WRITING =
  /[/]Input Methods[/]|TextInput(Menu|Switcher)|[/]PressAndHold[.]app|[/]CharacterPalette[.]app/;
/** kCGDockWindowLevel; Mission Control lays its own windows there and just below. */
const DOCK_LEVEL = 20;
const LOWEST_OVERVIEW_LEVEL = 18;

const foreign = ({ id, owner, title, layer, x, y, width, height }: MacWindow): ForeignWindow => ({
  ...{ id, owner, windowClass: `layer ${layer}`, title, x, y, width, height },
});

const examIn = ({ windows }: MacState, exam: number): MacWindow | undefined => windows.find(({ id }) => id === exam);

/** False on another space, or hidden. */
export const isOnScreen = (state: MacState, exam: number): boolean => examIn(state, exam) !== undefined;

/** The sharing of the exam window as the window server has it; null while it is not on the screen. */
export const sharingOf = (state: MacState, exam: number): number | null => examIn(state, exam)?.sharing ?? null;

function overlap(over: MacWindow, under: MacWindow): boolean {
  const width = Math.min(over.x + over.width, under.x + under.width) - Math.max(over.x, under.x);
  const height = Math.min(over.y + over.height, under.y + under.height) - Math.max(over.y, under.y);
  return width >= SMALLEST_SIDE && height >= SMALLEST_SIDE;
}

/** What others show over the exam window, the frontmost first. */
export function coveringWindows(state: MacState, exam: number, ownPid: number): ForeignWindow[] {
  const at = state.windows.findIndex(({ id }) => id === exam);
  const own = state.windows[at];
  if (!own) return [];
  return state.windows
    .slice(0, at)
    .filter(({ pid, owner, path, alpha }) => {
      return pid !== ownPid && alpha > 0 && !DRAWN_BY_SYSTEM.test(owner) && !BELONGS_TO_WRITING.test(path);
    })
    .filter((window) => overlap(window, own))
    .map(foreign);
}

/** The frontmost window of the program that has the keyboard; null when that is the exam, or an input method. */
export function focusedWindow({ windows, front }: MacState, ownPid: number): ForeignWindow | null {
  if (!front || front.pid === ownPid) return null;
  const window = windows.find(({ pid, alpha }) => pid === front.pid && alpha > 0);
  if (window) return BELONGS_TO_WRITING.test(window.path) ? null : foreign(window);
  // Finder with nothing open: the keyboard is there all the same.
  return { id: -front.pid, owner: front.name, windowClass: '', title: '', x: 0, y: 0, width: 0, height: 0 };
}

/**
 * Whether Mission Control lies over everything: the Dock, which draws it, then has nameless windows of its own at its level
 * and below. Told by what others saw on 10.14 to 15; no documented sign exists.
 */
export function isOverviewShown({ windows }: MacState): boolean {
  if (windows.some(({ owner }) => owner === 'Mission Control')) return true;
  const layers = windows.filter(({ owner, title }) => owner === 'Dock' && title === '').map(({ layer }) => layer);
  const overview = layers.filter((layer) => layer >= LOWEST_OVERVIEW_LEVEL && layer <= DOCK_LEVEL);
  return (
    overview.length >= 2 || (layers.includes(DOCK_LEVEL) && layers.some((layer) => layer > 0 && layer < DOCK_LEVEL))
  );
}
