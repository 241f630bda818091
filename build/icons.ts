/**
 * Draws assets/icon/icon.svg in every size and packs the pictures for each system: png folder, .ico, .icns.
 * Usage: node --import tsx build/icons.ts. The results are committed; run it again after changing the drawing.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { packIcns, packIco } from './package/icon-files.ts';
import { projectPath } from './project.ts';
import { ensureChromium } from './runtimes/chromium.ts';
import { runCommand, say } from './terminal.ts';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;

async function draw(svg: string): Promise<Map<number, Buffer>> {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const pictures = new Map<number, Buffer>();
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      pictures.set(size, await page.screenshot({ omitBackground: true }));
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

await runCommand(async () => {
  const pictures = await draw(await readFile(projectPath('assets/icon/icon.svg'), 'utf8'));
  await mkdir(projectPath('assets/icon/png'), { recursive: true });
  for (const [size, png] of pictures) await writeFile(projectPath(`assets/icon/png/${size}x${size}.png`), png);
  await writeFile(projectPath('assets/icon/icon.ico'), packIco(pictures));
  await writeFile(projectPath('assets/icon/icon.icns'), packIcns(pictures));
  say('图标已生成：assets/icon', 'Icons are drawn: assets/icon');
});
