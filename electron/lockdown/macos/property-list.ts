import { SaxesParser } from 'saxes';

/** A value of an XML property list, as the commands of macOS print them. */
export type PropertyValue = string | number | boolean | PropertyValue[] | { [key: string]: PropertyValue };

interface Open {
  add(value: PropertyValue): void;
  /** The key the next value belongs to. */
  key: string;
}

function scalar(tag: string, text: string): PropertyValue {
  if (tag === 'true' || tag === 'false') return tag === 'true';
  return tag === 'integer' || tag === 'real' ? Number(text) : text;
}

/** Throws when it is none. */
export function parsePropertyList(xml: string): PropertyValue {
  const found: PropertyValue[] = [];
  const stack: Open[] = [{ key: '', add: (value) => void found.push(value) }];
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', ({ name }) => {
    text = '';
    if (name === 'array') {
      const array: PropertyValue[] = [];
      stack.at(-1)?.add(array);
      stack.push({ key: '', add: (value) => void array.push(value) });
    } else if (name === 'dict') {
      const dictionary: Record<string, PropertyValue> = Object.create(null);
      stack.at(-1)?.add(dictionary);
      const open: Open = {
        key: '',
        add: (value) => {
          dictionary[open.key] = value;
        },
      };
      stack.push(open);
    }
  });
  parser.on('closetag', ({ name }) => {
    const open = stack.at(-1);
    if (name === 'array' || name === 'dict') stack.pop();
    else if (name === 'key' && open) open.key = text;
    else if (name !== 'plist') open?.add(scalar(name, text));
    text = '';
  });
  parser.write(xml).close();
  const [value] = found;
  if (value === undefined) throw new Error('an empty property list');
  return value;
}
