import type { Step } from '../../startup/step.ts';
import { NOBODY, PRIMARY, watchSelection } from './selection.ts';
import { connectToX, type XConnection } from './x-connection.ts';

/** To the protocol: the server's own time. */
const NOW = 0;

interface Parts {
  display: string | undefined;
  /** The exam window's own id at the X server. */
  examWindow(): number;
}

/**
 * Under X11 text that is merely selected can be read by every program, and Chromium hands it out whatever the page says. So
 * the X server tells us when Chromium has taken that selection, and it is made nobody's: the text stays marked in the page.
 * What other programs have selected is left to them; a page with a clipboard of its own does not paste it.
 */
export function selectedTextMeasure({ display, examWindow }: Parts): Step {
  let x: XConnection | null = null;

  /** All that one program has at the X server is numbered alike above the bits of this mask. */
  const isOurs = (line: XConnection, owner: number): boolean =>
    owner !== NOBODY && (owner & ~line.display.resource_mask) === (examWindow() & ~line.display.resource_mask);
  const ownerOf = (line: XConnection) => line.ask<number>((reply) => line.client.GetSelectionOwner(PRIMARY, reply));
  const stop = () => {
    x?.close();
    x = null;
  };
  return {
    name: 'selected_text',
    async perform() {
      stop();
      const line = await connectToX(display);
      x = line;
      const letGoIfOurs = (owner: number): void => {
        if (isOurs(line, owner)) line.client.SetSelectionOwner(NOBODY, PRIMARY, NOW);
      };
      await watchSelection(line, letGoIfOurs);
      letGoIfOurs(await ownerOf(line));
      await line.settled();
      return undefined;
    },
    probe: async () => (x?.isOpen() ? !isOurs(x, await ownerOf(x)) : false),
    async revert() {
      stop();
    },
  };
}
