/** What a process tells of itself that names a program. Null: it has none, or it cannot be read. */
export interface ProcessNames {
  /** Name of its file. */
  image: string;
  /** As its publisher called the file: of its version resource (Windows). */
  originalName: string | null;
  /** Of the application that it belongs to (macOS). */
  bundleId: string | null;
}

/**
 * Input methods and what belongs to them, by the name of the file without its ending, in lower case. Without them nobody
 * writes Chinese: none of them is ever found, asked about or ended, whoever extends the list.
 */
const INPUT_METHODS: readonly string[] = [
  // Windows itself
  ...['ctfmon', 'chsime', 'chtime', 'imebroker', 'imecmnt', 'imedictupdate', 'imesearch', 'imklmg', 'imewdbld'],
  ...['inputpersonalization', 'tabtip', 'tabtip32', 'textinputhost', 'inputmethod', 'imjpdct', 'jpnime', 'korime'],
  // 搜狗
  ...['sogoucloud', 'sogouimebroker', 'sogouservice', 'sogousvc', 'sogoucomp', 'sgtool', 'sgimeguard', 'sgdownload'],
  ...['sogoutool', 'sogouinput', 'pinyinup', 'sogouimebs', 'sogou-qimpanel'],
  ...['sogoupinyin-service', 'sogouimebs-watchdog', 'sogouwubi', 'wubiup'],
  // 腾讯 (QQ拼音, QQ五笔, 微信输入法)
  ...['qqpinyin', 'qqpycloud', 'qqpyservice', 'qqpyuserdata', 'qqpytool', 'qqpydict', 'qqpyclipbrd', 'qqpyguard'],
  ...['qqwubi', 'qqwbcloud', 'qqwbservice', 'wetype', 'wetype_server', 'wetype_service', 'wetype_renderer'],
  ...['wetype_update', 'wetype_tools'],
  // 百度, 讯飞, 谷歌, 微软, 豆包, 手心, 华宇, 万能五笔, 极点五笔, QQ 之外的五笔
  ...['baidupinyin', 'baidupinyincore', 'baidupinyincloud', 'bdpinyin', 'baiduime', 'bdimetool', 'baiduwubi'],
  ...['iflyime', 'iflyinput', 'iflyimeserver', 'iflyservice', 'googlepinyindaemon', 'googlepinyinservice'],
  ...['googleinputtools', 'bingpinyin', 'doubaoime', 'palminput', 'palminputservice', 'xinshouxin', 'unispim'],
  ...['unispimservice', 'thunispim', 'wnwb', 'wnwbio', 'wnime', 'freewb', 'freeime', 'jidianwubi', 'pyjj'],
  // Rime and the frameworks of Linux
  ...['weaselserver', 'weaseldeployer', 'squirrel', 'rime', 'fcitx', 'fcitx5', 'fcitx-dbus-watcher', 'fcitx-qimpanel'],
  ...['ibus-daemon', 'ibus-x11', 'ibus-dconf', 'ibus-extension-gtk3', 'ibus-portal', 'ibus-ui-gtk3', 'scim'],
  ...['scim-launcher', 'uim-xim', 'hime', 'gcin', 'nimf'],
];
const NAMES: ReadonlySet<string> = new Set(INPUT_METHODS);

const stem = (file: string): string => file.toLowerCase().replace(/[.](?:exe|app|ime|bin)$/, '');
const isInputMethodName = (file: string): boolean =>
  NAMES.has(stem(file)) || /^(?:ibus-engine|fcitx5?)-/.test(stem(file));

/** Apple requires the word of an input method's bundle id. */
export const isInputMethodBundle = (bundleId: string): boolean => /(?:^|[.])inputmethods?(?:[.]|$)/i.test(bundleId);

/** By a file's name alone, as somebody writes it into a list. */
export const namesInputMethod = (file: string): boolean => isInputMethodName(file);

/**
 * Whether a process belongs to an input method. What its publisher called it counts more than what the file is called
 * now: else another program would hide behind an input method's name.
 */
export function isInputMethod({ image, originalName, bundleId }: ProcessNames): boolean {
  if (bundleId !== null) return isInputMethodBundle(bundleId);
  return isInputMethodName(originalName ?? image);
}
