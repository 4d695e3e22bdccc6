import { expect, test, type Locator } from '@playwright/test';
import { OfficeWindow } from './office-window.ts';

let office: OfficeWindow;
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);
test.beforeAll(async () => {
  office = await OfficeWindow.openTraining();
  await office.go('/settings/slips');
});
test.afterAll(() => office.close());

const paper = (): Locator => office.page.getByRole('img', { name: '样张' });
const pictureOf = (): Promise<string> => paper().getAttribute('src').then((src) => (src ?? '').slice(-300));

/** Waits until the paper beside the editor is another one, and gives it. */
async function newPicture(before: string): Promise<string> {
  await expect.poll(pictureOf, { timeout: 20_000 }).not.toBe(before);
  return pictureOf();
}

test('what must stand on a slip cannot be left out, and each change is on the paper at once', async () => {
  const { page } = office;
  await expect(page.getByRole('heading', { level: 1, name: '小票的样子' })).toBeVisible();
  await expect(paper()).toBeVisible({ timeout: 20_000 });
  for (const name of ['净重', '合计', '单号和日期', '二维码和校验']) await expect(page.getByRole('checkbox', { name, exact: true })).toBeDisabled();
  let shown = await pictureOf();
  // By the keyboard alone: a part left out, one enlarged, one moved.
  await page.getByRole('checkbox', { name: '签名处', exact: true }).focus();
  await page.keyboard.press('Space');
  shown = await newPicture(shown);
  await page.getByRole('checkbox', { name: '单号和日期用大字' }).focus();
  await page.keyboard.press('Space');
  shown = await newPicture(shown);
  await page.getByRole('button', { name: '产品往上移' }).focus();
  await page.keyboard.press('Enter');
  shown = await newPicture(shown);
  await page.getByLabel('单子底下的话').fill('慢走，下次再来');
  shown = await newPicture(shown);
  await page.getByRole('button', { name: '58 毫米纸' }).click();
  await newPicture(shown);
  expect(await office.serious()).toEqual([]);
});

test('a picture becomes dots, saving makes a version, and the looks from before can be taken back', async () => {
  const { page } = office;
  const before = await pictureOf();
  await page.getByLabel('顶上的图标（PNG 或 JPEG 图片）').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAADklEQVR42mNgGAWkAwABEAABR2dPsgAAAABJRU5ErkJggg==', 'base64') });
  await newPicture(before);
  await page.keyboard.press('F9');
  await expect(page.getByText('保存好了，是第 1 版。已经打过的单子不会变。')).toBeVisible();
  await page.getByRole('button', { name: '用回没改过的样子' }).click();
  await expect(page.getByRole('checkbox', { name: '签名处', exact: true })).toBeChecked();
  await page.keyboard.press('F9');
  await expect(page.getByText('保存好了，是第 2 版。已经打过的单子不会变。')).toBeVisible();
  await page.getByRole('button', { name: '用回第 1 版' }).click();
  await expect(page.getByRole('checkbox', { name: '签名处', exact: true })).not.toBeChecked();
  await page.getByRole('button', { name: '三联：交货人、服务站、会计' }).or(page.getByRole('radio', { name: '三联：交货人、服务站、会计' })).first().click();
  await page.getByRole('button', { name: '不改了' }).click();
  await expect(page.getByLabel('单子底下的话')).toHaveValue('');
});

test('a label says what the manager ticks, on every roll and in both languages, and each change is on the label at once', async () => {
  const { page } = office;
  await office.go('/settings/labels');
  await expect(page.getByRole('heading', { level: 1, name: '标签的样子' })).toBeVisible();
  const label = page.getByRole('img', { name: '标签样张' });
  await expect(label).toBeVisible({ timeout: 20_000 });
  const other = async (act: () => Promise<void>): Promise<void> => {
    const before = await label.getAttribute('src');
    await act();
    await expect.poll(() => label.getAttribute('src'), { timeout: 20_000 }).not.toBe(before);
  };
  await other(() => page.getByRole('button', { name: '100 × 100' }).click());
  await other(() => page.getByRole('checkbox', { name: '谁家的' }).uncheck());
  await other(() => page.getByRole('radio', { name: '中英两样都印' }).or(page.getByRole('button', { name: '中英两样都印' })).first().click());
  await other(() => page.getByLabel('代替合作社那一行的话').fill('订货 0851-12345'));
  await page.keyboard.press('F9');
  await expect(page.getByText('保存好了，是第 1 版。已经打过的标签不会变。')).toBeVisible();
  expect(await office.serious()).toEqual([]);
});
