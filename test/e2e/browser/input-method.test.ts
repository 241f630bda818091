import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { itemTypesPaper } from '../item-types-paper.ts';
import { openPaperPage, type PaperPage } from '../open-paper-page.ts';

/** Real compositions, made through the engine's own input method interface (CDP `Input.imeSetComposition`). */

let paper: PaperPage;
let page: Page;
let devtools: CDPSession;
let field: Locator;

beforeAll(async () => {
  paper = await openPaperPage();
  page = paper.page;
  devtools = await page.context().newCDPSession(page);
  field = page.getByLabel('作答');
});

afterAll(() => paper?.close());

async function openAtText(endsIn = 3_600_000): Promise<void> {
  await paper.open({ paper: itemTypesPaper, endsIn, handInIn: -1 });
  await paper.goTo('short');
  await field.focus();
}
beforeEach(() => openAtText());

/** What an input method shows before a choice is made: each key makes it longer. */
async function compose(...shown: string[]): Promise<void> {
  for (const text of shown) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
}
/** The choice. */
const choose = (text: string) => devtools.send('Input.insertText', { text });

const shown = () => field.inputValue();
async function saved(): Promise<string> {
  const value = await paper.answer('short');
  return value?.kind === 'text' ? value.text : '';
}
const savedSoon = () => expect.poll(saved, { timeout: 5_000 });

describe('a Chinese input method', () => {
  it('loses and doubles nothing, and no half syllable is written', async () => {
    await page.keyboard.type('1.');
    for (const [keys, character] of [
      ['lao', '劳'],
      ['dong', '动'],
      ['he', '合'],
      ['tong', '同'],
    ] as const) {
      await compose(...[...keys].map((_, index) => keys.slice(0, index + 1)));
      await choose(character);
    }
    await page.keyboard.type(' KPI');
    await savedSoon().toBe('1.劳动合同 KPI');
    expect(await shown()).toBe('1.劳动合同 KPI');
    for (const text of await paper.textsWritten('short')) expect('1.劳动合同 KPI'.startsWith(text)).toBe(true);
  });

  it('composes a whole sentence of converted and unconverted parts at once', async () => {
    await compose('y', 'yi', '依', '依fa', '依法', '依法chu', '依法处理');
    await choose('依法处理。');
    await compose('t');
    await choose('同意');
    await savedSoon().toBe('依法处理。同意');
    expect(await paper.textsWritten('short')).not.toContain('依fa');
  });

  it('is not disturbed when the autosave comes in the middle of a composition', async () => {
    await page.keyboard.type('abc');
    await compose('h', 'he');
    // The timer has fired: what was finished is written, and the composition goes on.
    await savedSoon().toBe('abc');
    expect(await shown()).toBe('abche');
    await compose('het', 'heto', 'hetong');
    await choose('合同');
    await savedSoon().toBe('abc合同');
    expect(await shown()).toBe('abc合同');
    expect(await paper.textsWritten('short')).toEqual(['abc', 'abc合同']);
  });

  it('can be given up: what stood there before stands there', async () => {
    await choose('劳动');
    await compose('h', 'he');
    await compose('');
    expect(await shown()).toBe('劳动');
    await choose('法');
    await savedSoon().toBe('劳动法');
  });

  it('composes in the middle of a text, and in place of what is selected', async () => {
    await choose('劳动仲裁');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await compose('zheng', '争');
    await choose('争议');
    await savedSoon().toBe('劳动争议仲裁');
    await page.keyboard.press('Control+a');
    await compose('x');
    await choose('协商');
    await savedSoon().toBe('协商');
    expect(await shown()).toBe('协商');
  });

  it('keeps what was seen when another item is opened in the middle of a composition', async () => {
    await choose('劳动');
    await compose('h', 'he');
    await paper.goTo('case');
    await page.locator('article[data-item=case]').waitFor();
    const kept = await saved();
    expect(kept).toBe('劳动he');
    await paper.goTo('short');
    expect(await shown()).toBe(kept);
    // Nothing of the broken composition comes later, here or in the other item.
    await field.press('End');
    await choose('完');
    await savedSoon().toBe('劳动he完');
    expect(await paper.answer('case')).toBeUndefined();
  });

  it('[TIME-2] keeps what was seen when the deadline comes in the middle of a composition, and nothing afterwards', async () => {
    await openAtText(2_500);
    await choose('劳动');
    await compose('h', 'he', '合t');
    await page.getByRole('heading', { name: '考试时间到' }).waitFor();
    expect(await saved()).toBe('劳动合t');
    await choose('迟到');
    expect(await saved()).toBe('劳动合t');
    expect((await paper.textsWritten('short')).at(-1)).toBe('劳动合t');
  });

  it('is undone key by key, across everything that was saved meanwhile', async () => {
    await choose('第一句。');
    await savedSoon().toBe('第一句。');
    await compose('di');
    await choose('第二句。');
    await savedSoon().toBe('第一句。第二句。');
    await page.keyboard.press('Control+z');
    await savedSoon().toBe('第一句。');
    await page.keyboard.press('Control+Shift+z');
    await savedSoon().toBe('第一句。第二句。');
  });

  it('keeps every key to itself while it composes', async () => {
    await compose('a');
    for (const [key, code] of [
      ['PageDown', 'PageDown'],
      ['f', 'KeyF'],
    ]) {
      await devtools.send('Input.dispatchKeyEvent', {
        ...{ type: 'rawKeyDown', key: key ?? '', code: code ?? '', windowsVirtualKeyCode: 229 },
        modifiers: key === 'f' ? 1 : 2,
      });
    }
    expect(await page.locator('article').getAttribute('data-item')).toBe('short');
    expect(await page.getByRole('button', { name: '标记本题' }).getAttribute('aria-pressed')).toBe('false');
    await choose('啊');
    await savedSoon().toBe('啊');
  });

  it('fills a field to its last character and says that it is full', async () => {
    await paper.open({
      paper: {
        ...itemTypesPaper,
        sections: itemTypesPaper.sections.map((section) => ({
          ...section,
          items: section.items.map((item) => (item.kind === 'text' ? { ...item, maxLength: 6 } : item)),
        })),
      },
      endsIn: 3_600_000,
      handInIn: -1,
    });
    await paper.goTo('short');
    await field.focus();
    await choose('劳动合同');
    await compose('guan', '关系');
    await choose('关系协调');
    await expect.poll(shown).toBe('劳动合同关系');
    await savedSoon().toBe('劳动合同关系');
    await page.getByText('已到上限，不能再输入').waitFor();
  });
});
