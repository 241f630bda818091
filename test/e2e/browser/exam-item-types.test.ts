import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HINTS } from '../../../renderer/exam/watch/watch-hints.ts';
import { expectAccessible } from '../accessible.ts';
import { itemTypesPaper } from '../item-types-paper.ts';
import { openPaperPage, type PaperPage } from '../open-paper-page.ts';

let paper: PaperPage;
let page: Page;

beforeAll(async () => {
  paper = await openPaperPage();
  page = paper.page;
});

afterAll(() => paper?.close());

beforeEach(async () => {
  await page.evaluate(() => localStorage.clear());
  await paper.open({ paper: itemTypesPaper, endsIn: 3_600_000, handInIn: -1 });
});

const soon = (itemId: string) => expect.poll(() => paper.answer(itemId), { timeout: 5_000 });
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('what a question shows', () => {
  it('has real tables with caption and column heads, which scroll inside themselves', async () => {
    await paper.goTo('case');
    const table = page.getByRole('table', { name: '2020年各季度用工人数' });
    expect(await table.getByRole('columnheader').allTextContents()).toContain('劳务派遣');
    expect(await table.getByRole('row').count()).toBe(4);
    for (let step = 0; step < 3; step += 1) await button('放大文字').click();
    const overflow = await table.evaluate((element) => {
      const scroller = element.closest('[data-scrolls]');
      return {
        inside: (scroller?.scrollWidth ?? 0) > (scroller?.clientWidth ?? 0),
        page: document.documentElement.scrollWidth > innerWidth,
      };
    });
    expect(overflow).toEqual({ inside: true, page: false });
  });

  it('has pictures with a description, enlarged by click and by key, and an option’s picture chooses nothing', async () => {
    const picture = page.getByRole('img', { name: /柱状图/ });
    const decoded = () => picture.first().evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth);
    await expect.poll(decoded).toBe(800);
    await button(/^放大查看图片：柱状图/).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '图片' });
    await dialog.getByText('第三季度最高').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await paper.goTo('drawn');
    await button('放大查看图片：甲图').click();
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(await page.getByRole('radio').first().isChecked()).toBe(false);
  });

  it('names the item type, the section’s progress and what an incomplete choice is worth', async () => {
    await paper.goTo('multiple');
    await page.getByText('可选择多个选项：全部选对得满分，少选得一半分，有错选不得分。').waitFor();
    await page.getByLabel('合同期限').check();
    await page.getByRole('heading', { name: '多项选择题 1/1' }).waitFor();
    await paper.goTo('case');
    await page.locator('article').getByText('案例分析题', { exact: true }).last().waitFor();
  });
});

describe('the calculator', () => {
  it('works out by keys and by clicks, exactly, and puts line and value into the answer, where undo takes them back', async () => {
    await paper.goTo('calculation');
    await page.keyboard.press('Alt+c');
    const expression = page.getByLabel('算式，按回车计算');
    await expression.pressSequentially('0.1+0.2');
    await page.keyboard.press('Enter');
    expect(await expression.inputValue()).toBe('0.3');
    await button('填入过程：0.1+0.2=0.3').click();
    await button('填入结果：0.1+0.2=0.3').click();
    await soon('calculation').toEqual({ kind: 'calculation', steps: '0.1+0.2=0.3', result: '0.3' });
    await page.getByLabel('计算结果').focus();
    await page.keyboard.press('Control+z');
    await soon('calculation').toEqual({ kind: 'calculation', steps: '0.1+0.2=0.3', result: '' });

    const pad = page.getByRole('toolbar', { name: '计算器按键' });
    for (const key of ['清除算式 C', '9', '×', '(', '1', '+', '5', '百分号 %', ')', '退格 ⌫', '=']) {
      await pad.getByRole('button', { name: key, exact: true }).click();
    }
    expect(await expression.inputValue()).toBe('9.45');
    await pad.getByRole('button', { name: '存储加' }).click();
    await page.getByText('存储 M = 9.45').waitFor();
    await expression.fill('5÷0');
    await page.keyboard.press('Enter');
    await page.getByText('除数不能是 0。').waitFor();
    expect(await expression.inputValue()).toBe('5÷0');
    await expectAccessible(page);
  });

  it('stands beside rows of symbols that are inserted where the caret is', async () => {
    await paper.goTo('calculation');
    const steps = page.getByLabel('计算过程');
    await steps.pressSequentially('32元');
    await page.keyboard.press('ArrowLeft');
    await button('插入 ×').click();
    await page.keyboard.type('5');
    await soon('calculation').toEqual({ kind: 'calculation', steps: '32×5元', result: '' });
    await page.keyboard.press('Control+z');
    await soon('calculation').toEqual({ kind: 'calculation', steps: '32×元', result: '' });
    await page.keyboard.press('Control+z');
    await soon('calculation').toEqual({ kind: 'calculation', steps: '32元', result: '' });
  });
});

describe('the in-basket', () => {
  it('lists every document with its state, and keeps two in sight while one writes', async () => {
    await paper.goTo('handle-1');
    const row = page
      .getByRole('navigation')
      .getByRole('button', { name: /第 8 题，.*关于王强离职的邮件.*邮件 · 生产部 王强 · 9月21日/ });
    await row.getByText('未处理').waitFor();
    await page.getByLabel('并排查看：').selectOption({ label: '日程 · 本周日程' });
    await page.getByLabel('立即处理').check();
    await page.getByLabel('处理措施').pressSequentially('约谈王强。');
    await page.getByLabel('理由').pressSequentially('了解原因。');
    const inSight = await page.evaluate(() =>
      ['[data-document=letter]', '[data-document=week]', '#action-handle-1', '#reason-handle-1'].map((selector) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box !== undefined && box.width > 200 && box.height > 60 && box.top >= 0 && box.bottom <= innerHeight;
      }),
    );
    expect(inSight).toEqual([true, true, true, true]);
    await soon('handle-1').toEqual({ kind: 'handling', decision: 'a', action: '约谈王强。', reason: '了解原因。' });
    await row.getByText('已处理').waitFor();
    await expectAccessible(page);
    await button('下一题').click();
    await page.locator('[data-document=memo]').getByText('职工体检安排在下周').waitFor();
    expect(await page.locator('[data-document=week]').count()).toBe(1);
  });

  it('lets the divider be moved by mouse and by arrow keys', async () => {
    await paper.goTo('handle-1');
    const divider = page.getByRole('separator', { name: '调整两份文件的宽度' });
    const share = async () => Number(await divider.getAttribute('aria-valuenow'));
    await divider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await share()).toBe(55);
    const box = await divider.boundingBox();
    if (!box) throw new Error('the divider is not there');
    await page.mouse.move(box.x + 5, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x - 200, box.y + 40);
    await page.mouse.up();
    expect(await share()).toBeLessThan(45);
  });
});

describe('only what was typed on the paper can be pasted into it', () => {
  const clipboardHolds = (text: string) => page.evaluate((held) => navigator.clipboard.writeText(held), text);
  beforeEach(async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await paper.goTo('short');
    await page.getByLabel('作答').focus();
  });

  it('copies and cuts within the window, without the system’s clipboard, and undo takes it back', async () => {
    await page.keyboard.type('答案甲');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('答案');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+v');
    await soon('short').toEqual({ kind: 'text', text: '答案甲答案甲' });
    // The shell empties the system's clipboard whenever the focus leaves.
    await clipboardHolds('');
    await page.keyboard.press('Control+v');
    await soon('short').toEqual({ kind: 'text', text: '答案甲答案甲答案甲' });
    await page.keyboard.press('Control+z');
    await soon('short').toEqual({ kind: 'text', text: '答案甲答案甲' });
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await soon('short').toBeUndefined();
    await page.keyboard.press('Control+v');
    await soon('short').toEqual({ kind: 'text', text: '答案甲答案甲' });
  });

  it('refuses what comes from outside, says so gently, and takes nothing away', async () => {
    await page.keyboard.type('自己写的');
    await clipboardHolds('从外面带来的');
    await page.keyboard.press('Control+v');
    await page.getByText('没有粘贴').waitFor();
    await page.keyboard.type('。');
    await soon('short').toEqual({ kind: 'text', text: '自己写的。' });
    await expectAccessible(page);
    await button('知道了').click();
    expect(await page.getByText('没有粘贴').count()).toBe(0);
  });
});

describe('reading', () => {
  it('goes from 100 to 200 percent in five sizes, and is remembered', async () => {
    const size = () =>
      page
        .locator('article p')
        .last()
        .evaluate((stem) => getComputedStyle(stem).fontSize);
    await button('缩小文字').click();
    const sizes = [await size()];
    while (await button('放大文字').isEnabled()) {
      await button('放大文字').click();
      sizes.push(await size());
    }
    expect(sizes).toEqual(['16px', '20px', '24px', '28px', '32px']);
    await expectAccessible(page);
    await paper.open({ paper: itemTypesPaper, endsIn: 3_600_000, handInIn: -1 });
    expect(await page.getByTestId('text-size').textContent()).toBe('200%');
  });

  it('has high contrast, for choices, written answers, tables and the desk', async () => {
    await button('高对比度').click();
    const ground = await page
      .locator('article')
      .evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe('rgb(20, 20, 20)');
    for (const itemId of ['multiple', 'calculation', 'case', 'handle-1']) {
      await paper.goTo(itemId);
      await expectAccessible(page);
    }
  });

  it('carries the candidate’s name and number over the paper, out of everybody’s way', async () => {
    const mark = page.getByTestId('watermark');
    const image = await mark.evaluate((element) => decodeURIComponent(getComputedStyle(element).backgroundImage));
    expect(image).toContain('李明 LD20260001');
    expect(await mark.getAttribute('aria-hidden')).toBe('true');
    const below = await page.evaluate(() => document.elementFromPoint(700, 300)?.getAttribute('data-testid'));
    expect(below).not.toBe('watermark');
  });
});

describe('a hint of the watch', () => {
  const places = () =>
    page.evaluate(() =>
      ['article', '[data-navigator]', '[data-testid=raise-hand]'].map((selector) =>
        JSON.stringify(document.querySelector(selector)?.getBoundingClientRect()),
      ),
    );

  it.each([
    ['the smallest screen', 1366, 768],
    ['the same at 125 %', 1093, 614],
  ])('is said beside the paper and moves nothing: %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    const said = page.getByTestId('watch-hint');
    for (const other of ['en', 'zh-CN']) {
      const before = await places();
      for (const hint of HINTS) {
        await page.evaluate((next) => window.sayHint(next), hint);
        expect(await said.getAttribute('data-hint')).toBe(hint);
        expect(await places()).toEqual(before);
        const { inside, whole } = await said.evaluate((element) => ({
          inside: element.getBoundingClientRect().bottom <= innerHeight,
          whole: element.scrollHeight <= element.clientHeight,
        }));
        expect({ inside, whole, role: await said.getAttribute('role') }).toEqual({
          ...{ inside: true, whole: true, role: 'status' },
        });
      }
      await page.evaluate(() => window.sayHint(null));
      await page.locator(`button[lang=${other}]`).click();
    }
    await page.evaluate(() => window.sayHint('more_light'));
    await expectAccessible(page);
    await page.evaluate(() => window.sayHint(null));
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});

describe('by keyboard alone', () => {
  it('a whole paper is answered, flagged and handed in', async () => {
    const { keyboard } = page;
    const on = (itemId: string) => page.locator(`article[data-item=${itemId}]`).waitFor();
    await keyboard.press('c');
    await keyboard.press('PageDown');
    await on('drawn');
    await keyboard.press('2');
    await keyboard.press('Alt+f');
    await keyboard.press('PageDown');
    await on('multiple');
    await keyboard.press('1');
    await keyboard.press('d');
    await keyboard.press('PageDown');
    await on('judge');
    await keyboard.press('a');
    await keyboard.press('PageDown');
    await on('short');
    await keyboard.press('Alt+a');
    await keyboard.type('abc 1?');
    await keyboard.press('Control+PageDown');
    await on('calculation');
    await keyboard.press('Alt+c');
    await page.keyboard.press('Alt+a');
    await keyboard.type('8*8');
    await keyboard.press('Tab');
    await keyboard.type('64');
    // Through the list of items: arrow keys move, Enter opens.
    await keyboard.press('Alt+n');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await on('case');
    await keyboard.press('Alt+a');
    await keyboard.type('case');
    await keyboard.press('Control+PageDown');
    await on('handle-1');
    await keyboard.press('3');
    // A list picks by letters and digits: there they choose no decision.
    await page.getByLabel('并排查看：').focus();
    await keyboard.press('1');
    await keyboard.press('Control+PageDown');
    await on('handle-2');
    await keyboard.press('?');
    await page.getByRole('dialog', { name: '按键说明' }).waitFor();
    await keyboard.press('PageUp');
    await on('handle-2');
    await keyboard.press('Escape');
    // The focus is back in the list, where PageUp alone is the list's.
    await keyboard.press('Control+PageUp');
    await on('handle-1');

    await expect
      .poll(() => page.evaluate(() => window.answers()))
      .toEqual({
        single: { kind: 'choice', chosen: ['c'] },
        drawn: { kind: 'choice', chosen: ['b'] },
        multiple: { kind: 'choice', chosen: ['a', 'd'] },
        judge: { kind: 'choice', chosen: ['true'] },
        short: { kind: 'text', text: 'abc 1?' },
        calculation: { kind: 'calculation', steps: '8*8', result: '64' },
        case: { kind: 'text', text: 'case' },
        'handle-1': { kind: 'handling', decision: 'c', action: '', reason: '' },
      });
    await page.getByText('已标记 1').waitFor();
    await page.getByRole('button', { name: /^第 2 题，已答，已标记/ }).waitFor();

    const handIn = page.getByRole('button', { name: '交卷', exact: true });
    for (let press = 0; press < 40 && !(await handIn.evaluate((one) => one === document.activeElement)); press += 1) {
      await keyboard.press('Shift+Tab');
    }
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '确认交卷？' });
    await dialog.getByText('还有 1 道题没有作答：').waitFor();
  });
});

describe('time', () => {
  it('is warned of at 15, 5 and 1 minutes: once, aloud, without taking the focus', async () => {
    for (const [endsIn, minutes] of [
      [15 * 60_000 + 1_500, 15],
      [5 * 60_000 + 1_500, 5],
      [60_000 + 1_500, 1],
    ] as const) {
      await paper.open({ paper: itemTypesPaper, endsIn, handInIn: -1 });
      await paper.goTo('short');
      await page.getByLabel('作答').focus();
      const aloud = page.getByTestId('time-warning');
      await expect.poll(() => aloud.textContent(), { timeout: 5_000 }).toBe(`距离考试结束还有 ${minutes} 分钟`);
      expect(await aloud.getAttribute('role')).toBe('status');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer-short');
      if (minutes === 15) await expectAccessible(page);
      await button('知道了').click();
      expect(await aloud.textContent()).toBe('');
    }
  });

  it('before the minimum stay is over says from when handing in is possible, and then makes it so', async () => {
    await paper.open({ paper: itemTypesPaper, endsIn: 3_600_000, handInIn: 2_500 });
    await button('交卷').click();
    await page
      .getByRole('dialog', { name: '现在还不能交卷' })
      .getByText(/起可以交卷，还有 00:0\d/)
      .waitFor();
    await page.getByRole('dialog', { name: '确认交卷？' }).waitFor();
  });
});
