import styles from './LanguageSwitch.module.css';
import { useLanguage } from './language.tsx';

/** Each language offers the other one by its own name, so that whoever cannot read this page finds theirs. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className={styles.switch} lang={other} onClick={() => choose(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
