import { expect } from '@playwright/test';
import { onNumpad, type DeskWindow } from '../e2e/desk-window.ts';

/** From an empty desk to the weighing step: the member by code and the product by its place in the list, all on the numpad. */
export async function callUp(desk: DeskWindow, member: string, product = 1): Promise<void> {
  await desk.press(...onNumpad(member));
  await expect(desk.page.getByRole('option')).toHaveCount(1);
  await desk.press('NumpadEnter');
  await desk.step('what');
  await desk.press(`Shift+Numpad${String(product)}`, 'NumpadEnter');
  await desk.step('weigh');
}

/** One basket of so many grams, and on to the grading step. */
export async function weighOne(desk: DeskWindow, grams: number): Promise<void> {
  await desk.put(grams);
  await desk.press('NumpadAdd');
  await expect(desk.page.getByRole('row')).toHaveCount(2);
  await desk.press('NumpadEnter');
  await desk.step('grade');
}

/** Types one measure after the other, each ended with Enter. */
export async function measure(desk: DeskWindow, ...figures: readonly string[]): Promise<void> {
  for (const figure of figures) await desk.press(...onNumpad(figure), 'NumpadEnter');
}

/** Leaves the desk and comes back to it, so that it asks core anew for what was published meanwhile; the cursor stands in the search. */
export async function deskAnew(desk: DeskWindow): Promise<void> {
  await desk.go('/members');
  await desk.page.waitForURL(/members/u);
  await desk.openDesk();
  await desk.page.getByRole('textbox').click();
}
