/** The two languages everything is written in. Simplified Chinese is the default. */
export type Language = 'zh-CN' | 'en';

type WordTree = { [key: string]: string | readonly string[] | ((...values: never[]) => string) | WordTree };

type SameList<List extends readonly string[]> = { readonly [Index in keyof List]: string };

/** The same tree with any text in its leaves, lists of the same length: what the second language must provide. */
type SameWords<Tree> = {
  [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Tree[Key] extends readonly string[]
        ? SameList<Tree[Key]>
        : SameWords<Tree[Key]>;
};

export interface Words<Tree> {
  'zh-CN': SameWords<Tree>;
  en: SameWords<Tree>;
}

/** Declares the words of one screen in both languages; a text missing from one of them does not compile. */
export function defineWords<const Tree extends WordTree>(zh: Tree, en: SameWords<Tree>): Words<Tree> {
  return { 'zh-CN': zh as unknown as SameWords<Tree>, en };
}

const STORED = 'yunkao.language';

export function storedLanguage(): Language {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN';
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
}
