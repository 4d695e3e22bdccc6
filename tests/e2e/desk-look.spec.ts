import { expect, test } from '@playwright/test';
import { serious } from '../support/axe-serious.ts';
import { DeskWindow } from './desk-window.ts';

/** What is cut off or has to be scrolled for in the step on the desk: nothing, at 1366×768. */
const hiddenParts = (desk: DeskWindow): Promise<string[]> => desk.page.evaluate(() => {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-step] > div')];
  const scrolled = panes.filter((pane) => pane.scrollHeight > pane.clientHeight + 1 || pane.scrollWidth > pane.clientWidth + 1).map((pane) => `${pane.className} ${String(pane.scrollHeight - pane.clientHeight)} ${String(pane.scrollWidth - pane.clientWidth)}`);
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-step] button, [data-step] [role="radio"], [data-step] [role="option"]')];
  const cut = buttons.filter((button) => button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1).map((button) => button.innerText);
  // A finished step shows words that can be read, or its mark alone: never a letter and a half.
  const steps = [...document.querySelectorAll<HTMLElement>('ol [data-state="done"]')].flatMap((step) => [...step.querySelectorAll<HTMLElement>('button > span:last-child')]);
  const stumps = steps.filter((words) => words.clientWidth > 1 && words.clientWidth < 2 * Number.parseFloat(getComputedStyle(words).fontSize)).map((words) => `step ${words.innerText}`);
  return [...scrolled, ...cut, ...stumps];
});

// Whether parts fit depends on the language and the size together; what axe looks for, on one of them at a time, and it takes long.
for (const [locale, density, isAnalysed] of [['zh', 'desk', true], ['en', 'desk', false], ['zh', 'elder', false], ['en', 'elder', true]] as const) {
  test(`each step of the desk stands whole at 1366×768${isAnalysed ? ' and axe finds nothing serious' : ''}, ${locale} ${density}`, async () => {
    test.setTimeout(120_000);
    const desk = await DeskWindow.open(locale, density);
    const look = async (): Promise<void> => {
      expect(await hiddenParts(desk)).toEqual([]);
      if (isAnalysed) expect(await serious(desk.page)).toEqual([]);
    };
    try {
      await desk.type('z');
      await expect(desk.page.getByRole('option').first()).toBeVisible();
      await look();
      await desk.press('Enter');
      await desk.step('what');
      await look();
      await desk.press('Digit2', 'Enter');
      await desk.step('weigh');
      await desk.put(105_350);
      await look();
      await desk.press('NumpadAdd');
      await expect(desk.page.getByRole('row')).toHaveCount(2);
      await desk.press('NumpadAdd');
      await look();
      await desk.press('Enter');
      await desk.step('grade');
      await look();
      await desk.press('NumpadAdd', 'Digit3');
      await look();
      await desk.press('Enter', 'Digit1', 'Enter');
      await desk.step('confirm');
      await expect(desk.page.getByRole('img', { name: locale === 'zh' ? '要打印的过磅单' : 'The weigh slip as it will be printed' })).toBeVisible();
      await look();
      await desk.press('Enter');
      await expect(desk.page.locator('[data-role="posted"]')).toBeVisible();
      await look();
      // What was posted does not stand in the queue once more.
      await expect(desk.page.getByRole('button', { name: /(?:队列|Queue) 0/u })).toBeVisible();
    } finally {
      await desk.close();
    }
  });
}
