import { expect, test, type Page } from '@playwright/test';
import { serious } from '../support/axe-serious.ts';
import { DeskWindow } from './desk-window.ts';

const sizes = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }] as const;

/** Everything stands inside the window at both sizes, and axe finds nothing serious. */
async function looksWell(display: Page): Promise<void> {
  for (const size of sizes) {
    await display.setViewportSize(size);
    const cut = await display.evaluate(() => [...document.querySelectorAll<HTMLElement>('main, main > *, main p, main dd')].filter((part) => {
      const box = part.getBoundingClientRect();
      return box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1 || part.scrollWidth > part.clientWidth + 1 || (part.matches('main > *') && part.scrollHeight > part.clientHeight + 1);
    }).map((part) => `${part.tagName} ${part.className} ${part.innerText}`));
    expect(cut, `${String(size.width)}×${String(size.height)}`).toEqual([]);
  }
  expect(await serious(display)).toEqual([]);
}

const words = {
  zh: { button: '客户屏', welcome: '欢迎来卖货', stable: '稳定', moving: '还在动', product: '朝天椒', confirm: '请看清楚', posted: '记好了', training: '练习' },
  en: { button: 'Display', welcome: 'Welcome', stable: 'Stable', moving: 'Moving', product: 'chilli', confirm: 'Please look', posted: 'Recorded', training: 'TRAINING' },
} as const;

for (const locale of ['zh', 'en'] as const) {
  test(`the farmer's window follows the desk from the greeting to the posted amount, ${locale}`, async () => {
    test.setTimeout(120_000);
    const say = words[locale];
    const desk = await DeskWindow.open(locale);
    try {
      const display = await desk.another(() => desk.page.getByRole('button', { name: say.button }).click());
      await expect(display.getByText(say.welcome, { exact: true })).toBeVisible();
      await looksWell(display);

      await desk.type('0112');
      await expect(desk.page.getByRole('option')).toHaveCount(1);
      await desk.press('NumpadEnter');
      await desk.step('what');
      await expect(display.getByText('李**')).toBeVisible();
      await expect(display.getByText('李秀英')).toHaveCount(0);
      await desk.press('Digit1', 'NumpadEnter');
      await desk.step('weigh');
      await expect(display.getByText(new RegExp(say.product, 'i'))).toBeVisible();

      await desk.put(23_450);
      await expect(display.locator('output')).toHaveText('46.9');
      await expect(display.locator('[data-kind="live"]')).toContainText(say.stable);
      await expect(desk.page.locator('output').first()).toHaveText('46.9');
      await desk.ask('scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: 'unstable', on: true } });
      await expect(display.locator('[data-kind="live"]')).toContainText(say.moving);
      await desk.ask('scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: 'unstable', on: false } });
      await expect(display.locator('[data-kind="live"]')).toContainText(say.stable);
      await desk.press('NumpadAdd');
      await expect(desk.page.getByRole('row')).toHaveCount(2);
      await desk.remove();
      await expect(display.locator('output')).toHaveText('0.0');
      await expect(display.getByText(/46\.9/)).toBeVisible();

      await desk.press('NumpadEnter');
      await desk.step('grade');
      await desk.press('NumpadAdd', 'Digit1', 'NumpadEnter', 'Digit1', 'NumpadEnter');
      await desk.step('confirm');
      await expect(display.getByText(say.confirm)).toBeVisible();
      const total = await desk.page.locator('[data-role="total"]').textContent();
      await expect(display.locator('[data-role="amount"]')).toHaveText(total ?? '');
      await looksWell(display);

      await desk.press('NumpadEnter');
      await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
      await expect(display.getByText(say.posted, { exact: true })).toBeVisible();
      await expect(display.locator('[data-role="amount"]')).toHaveText(total ?? '');
      await looksWell(display);
      await expect(display.getByLabel(say.training)).toBeVisible();
    } finally {
      await desk.close();
    }
  });
}
