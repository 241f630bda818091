/** What a question, a stimulus or a document shows: text, tables and pictures, in reading order. */
export type Block =
  /** Plain text; line breaks are kept. */
  | { kind: 'text'; text: string }
  /** Rows of equal length. `header`: the first row names the columns. */
  | { kind: 'table'; caption: string; header: boolean; rows: string[][] }
  /** A picture of the paper by its id; `alt` says in words what it shows. */
  | { kind: 'picture'; pictureId: string; alt: string };

/** A picture that travels inside its paper, so that it is there when the paper opens. */
export interface Picture {
  id: string;
  mime: 'image/png' | 'image/jpeg';
  /** Pixels. */
  width: number;
  height: number;
  base64: string;
}

/** One paper of an in-basket (文件筐): what lies on the desk and may want a decision. */
export interface DeskDocument {
  id: string;
  kind: 'mail' | 'memo' | 'table' | 'calendar';
  title: string;
  /** As printed on it, e.g. `9月21日 08:40`; empty where it has none. */
  date: string;
  from: string;
  to: string;
  content: Block[];
}

/** The words of some content, for a search, a word count or a test; a picture counts as its description. */
export function plainText(content: readonly Block[]): string {
  return content
    .map((block) => {
      if (block.kind === 'text') return block.text;
      if (block.kind === 'picture') return block.alt;
      return [block.caption, ...block.rows.map((row) => row.join('\t'))].join('\n');
    })
    .join('\n');
}

export const textContent = (text: string): Block[] => [{ kind: 'text', text }];
