/** Tells whenever it changes whether `element` can be seen: within the screen, in a tab that is shown. Returns how to stop. */
export function watchOnScreen(element: Element, listener: (onScreen: boolean) => void): () => void {
  let within = false;
  const tell = (): void => listener(within && !document.hidden);
  const observer = new IntersectionObserver((entries) => {
    within = entries.at(-1)?.isIntersecting ?? within;
    tell();
  });
  observer.observe(element);
  document.addEventListener('visibilitychange', tell);
  return () => {
    observer.disconnect();
    document.removeEventListener('visibilitychange', tell);
  };
}
