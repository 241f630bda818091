/** What a calculation consists of. */
export type Token =
  | { kind: 'number'; text: string }
  | { kind: 'sign'; sign: '+' | '-' | '×' | '÷' | '%' | '√' | '(' | ')' };

/** Other ways of writing a sign, after NFKC has narrowed the full-width forms. */
const SAME_SIGN: Record<string, string> = {
  '*': '×',
  x: '×',
  X: '×',
  '·': '×',
  '/': '÷',
  ':': '÷',
  '−': '-',
  '–': '-',
};
const SIGNS = '+-×÷%√()';

/** Null where the text holds something that no calculation holds. Commas in numbers are what accountants write. */
export function tokensOf(expression: string): Token[] | null {
  const text = expression.normalize('NFKC').replace(/。/g, '.').replace(/\s+/g, '');
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const [number] = /^(\d{1,3}(,\d{3})+(\.\d*)?|\d+\.?\d*|\.\d+)/.exec(text.slice(at)) ?? [];
    if (number) {
      tokens.push({ kind: 'number', text: number.replaceAll(',', '') });
      at += number.length;
      continue;
    }
    const char = text[at] ?? '';
    const sign = SAME_SIGN[char] ?? char;
    if (!SIGNS.includes(sign)) return null;
    tokens.push({ kind: 'sign', sign: sign as Extract<Token, { kind: 'sign' }>['sign'] });
    at += 1;
  }
  return tokens;
}
