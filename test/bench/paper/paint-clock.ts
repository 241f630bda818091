/** Times from an input to the frame that shows what came of it; runs in the page. */

/** Resolves when the next frame has been laid out and painted: a message posted in it is handled after it. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

/** Begins to time every key press, from the moment at which the browser got it; the list fills as they are painted. */
export function timeKeys(page: Document): number[] {
  const times: number[] = [];
  page.addEventListener(
    'keydown',
    ({ timeStamp }) => void painted().then(() => times.push(performance.now() - timeStamp)),
    { capture: true },
  );
  return times;
}
