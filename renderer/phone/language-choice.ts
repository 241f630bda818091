import type { Language } from '../ui/words.ts';

const CHOSEN = 'yunkao.phone.language';

/** What the person chose here before, else English for an English phone and Chinese for all others. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(CHOSEN);
  if (chosen) return chosen === 'en' ? 'en' : 'zh-CN';
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh-CN';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(CHOSEN, language);
}
