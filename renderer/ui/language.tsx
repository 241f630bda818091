import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { type Language, storedLanguage, storeLanguage, type Words } from './words.ts';

interface LanguageChoice {
  language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh-CN', choose: () => undefined });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(storedLanguage);
  useEffect(() => storeLanguage(language), [language]);
  return <LanguageContext value={{ language, choose }}>{children}</LanguageContext>;
}

export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** The words of one screen in the language now chosen. */
export function useWords<Tree>(words: Words<Tree>): Words<Tree>['zh-CN'] {
  return words[useLanguage().language];
}
