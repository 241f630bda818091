/** Nothing of the paper leaves by mouse: no context menu, no dragging, and no copying but of one's own typing. */
export function keepPaperInside(page: Document): void {
  const refuse = (event: Event): void => event.preventDefault();
  for (const kind of ['contextmenu', 'dragstart', 'dragover', 'drop']) page.addEventListener(kind, refuse);
  const isOwnTyping = ({ target }: Event): boolean =>
    target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
  page.addEventListener('copy', (event) => {
    if (!isOwnTyping(event)) event.preventDefault();
  });
}
