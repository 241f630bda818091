type Child = Node | string | null;

/** Makes an HTML element; text is always set as text, never as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  for (const child of children) if (child) made.append(child);
  return made;
}

export function button(text: string, kind: 'primary' | 'quiet', press: () => void): HTMLButtonElement {
  const made = element('button', { class: kind, type: 'button' }, text);
  made.addEventListener('click', press);
  return made;
}
