import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { jinText } from '../../electron/domain/mass.ts';
import appWords from '../../resources/locales/zh/app.json' with { type: 'json' };
import scaleWords from '../../resources/locales/zh/scale.json' with { type: 'json' };
import ticketWords from '../../resources/locales/zh/ticket.json' with { type: 'json' };
import { DeskWindow, manager } from './desk-window.ts';

let desk: DeskWindow;
let page: Page;
test.beforeAll(async () => {
  desk = await DeskWindow.open('zh');
  ({ page } = desk);
});
test.afterAll(() => desk.close());

const dialog = () => page.getByRole('dialog');
const alert = () => page.getByRole('alert');
const baskets = () => page.locator('aside[aria-label="本单"] tbody tr');

/** Chooses a member by code and dried gastrodia, which is traded by the kilogram, and stands at the scale. */
async function begin(code: string): Promise<void> {
  await desk.step('who');
  await desk.type(code);
  await expect(page.getByRole('option').first()).toContainText(code);
  await desk.press('Enter');
  await desk.step('what');
  await page.getByRole('radio', { name: '大方天麻' }).click();
  await desk.press('Enter');
  await desk.step('weigh');
}

/** Puts the ticket aside, as a clerk does with a slash. */
async function putAside(): Promise<void> {
  await desk.press('NumpadDivide');
  await desk.step('who');
}

/** Takes a text into the clipboard as a spreadsheet does, and pastes it over what the field holds. */
async function paste(text: string): Promise<void> {
  await page.evaluate((copied) => {
    const field = document.activeElement as HTMLInputElement;
    const source = document.createElement('textarea');
    source.value = copied;
    field.parentElement?.append(source);
    source.select();
    document.execCommand('copy');
    source.remove();
    field.focus();
  }, text);
  await desk.press('Control+A', 'Control+V');
}

test.describe('what is pasted into a number field', () => {
  const field = () => dialog().getByLabel(ticketWords.desk.typed.gross);
  test.beforeAll(async () => {
    await begin('M0003');
    await desk.press('F5');
    await expect(field()).toBeFocused();
  });
  test.afterAll(async () => {
    await desk.press('Escape');
    await expect(dialog()).toBeHidden();
    await putAside();
  });

  for (const [text, grams] of [['12.5\t', 12_500], ['1,234.50', 1_234_500], ['１２．５', 12_500], ['12.5公斤', 12_500], ['12。5', 12_500], [' 23.45\r\n', 23_450]] as const) {
    test(`${JSON.stringify(text)} is ${String(grams)} grams`, async () => {
      await paste(text);
      await expect(dialog()).toContainText(`= ${jinText(grams).replace(/\B(?=(?:\d{3})+\.)/gu, ',')}`);
      await expect(alert()).toBeHidden();
    });
  }

  const refused: readonly (readonly [string, keyof typeof appWords.number])[] = [
    ['23.45\t22.10', 'severalCells'], ['23\r\n45\r\n', 'severalCells'], ['12,3', 'commaAsPoint'], ['1.2E+04', 'scientific'], ['25斤', 'otherUnit'], ['-3', 'negative'], ['合计', 'letters'], ['1.2345', 'tooManyDecimals'],
  ];
  for (const [text, reason] of refused) {
    test(`${JSON.stringify(text)} is refused in words, and stays in the field to be put right`, async () => {
      await paste(text);
      await expect(dialog()).toContainText(appWords.number[reason].replace('{{decimals}}', '3'));
      await expect(dialog().getByRole('button', { name: ticketWords.desk.next })).toBeDisabled();
      await desk.press('Enter');
      await expect(field()).toBeFocused();
      expect(await field().inputValue()).not.toBe('');
    });
  }

  test('a whole row of cells does not grow the ticket beyond what can be read again', async () => {
    await paste(Array.from({ length: 500 }, (_, at) => String(at)).join('\t'));
    expect((await field().inputValue()).length).toBeLessThanOrEqual(60);
    await expect(dialog()).toContainText(appWords.number.severalCells);
    await paste('0.8');
    await expect(dialog()).toContainText(`= ${jinText(800)}`);
  });
});

test.describe('while a Chinese input method composes', () => {
  let ime: CDPSession;
  test.beforeAll(async () => {
    ime = await page.context().newCDPSession(page);
  });
  const compose = (text: string) => ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  /** The input method hands over its word, in the place of whatever letters it has left in the field. */
  const commit = async (text: string): Promise<void> => {
    await desk.press('Control+A');
    await ime.send('Input.insertText', { text });
  };

  test('Enter in the member search chooses nobody and opens nothing; the same key takes the member afterwards', async () => {
    await compose('wangguih');
    await expect(page.getByText('王桂花').first()).toBeVisible();
    await desk.press('Enter');
    await page.waitForTimeout(400);
    await desk.step('who');
    await expect(dialog()).toBeHidden();
    await commit('王桂花');
    await expect(page.getByRole('option')).toHaveCount(1);
    await desk.press('Enter');
    await desk.step('what');
    await expect(page.locator('aside[aria-label="本单"]')).toContainText('王桂花');
    await putAside();
  });

  test('Enter in a name field saves no half name, and takes the step once the name stands', async () => {
    const before = (await desk.ask('member.list', {})).rows.length;
    await desk.press('NumpadMultiply');
    await expect(dialog()).toBeVisible();
    await compose('yangas');
    await desk.press('Enter');
    await page.waitForTimeout(300);
    await expect(dialog().getByLabel(ticketWords.desk.seller.name)).toBeFocused();
    await commit('杨阿嫂');
    await desk.press('Enter');
    await expect(dialog().getByLabel(ticketWords.desk.seller.phone)).toBeFocused();
    await expect(dialog().getByLabel(ticketWords.desk.seller.name)).toHaveValue('杨阿嫂');
    await desk.press('Escape');
    await expect(dialog()).toBeHidden();
    expect((await desk.ask('member.list', {})).rows).toHaveLength(before);
  });

  test('a number field complains of nothing half-composed, and reads full-width digits once they stand', async () => {
    await begin('M0003');
    await desk.press('F5');
    await compose('shi');
    await expect(dialog()).not.toContainText(appWords.number.letters);
    await desk.press('Enter');
    await expect(dialog().getByLabel(ticketWords.desk.typed.gross)).toBeFocused();
    await commit('１２．５');
    await expect(dialog()).toContainText(`= ${jinText(12_500)}`);
    await desk.press('Escape');
    await putAside();
  });
});

test.describe('a scale in trouble', () => {
  const fault = (name: 'unstable' | 'overload' | 'cable_out' | 'noise', on: boolean) => desk.ask('scale.simulate', { scaleId: 'training', change: { action: 'fault', fault: name, on } });
  const said = (code: keyof typeof scaleWords.refusal): string => scaleWords.refusal[code].replace('{{scale}}', '练习秤').split('{{')[0] ?? '';

  test.beforeAll(async () => {
    await begin('M0003');
    await desk.put(10_000);
    await desk.press('NumpadAdd');
    await expect(baskets()).toHaveCount(1);
    await desk.remove();
    await desk.put(8_000);
  });
  test.afterEach(async () => {
    // Nothing was taken of what could not be weighed, and what was taken before is there.
    await expect(baskets()).toHaveCount(1);
    await expect(baskets().first()).toContainText('10.00');
  });

  for (const [name, codes] of [
    ['unstable', ['weight_not_stable']], ['overload', ['scale_overload']], ['noise', ['scale_not_weighing', 'weight_not_stable', 'scale_no_signal', 'weight_stale']], ['cable_out', ['scale_no_signal', 'weight_stale']],
  ] as const) {
    test(`${name}: no wrong weight is taken, and words say why and what to do`, async () => {
      await fault(name, true);
      await expect(page.locator('[data-kind="live"][data-state="good"]')).toBeHidden();
      await desk.press('NumpadAdd');
      const isTaken = async (): Promise<boolean> => await baskets().count() === 2;
      const isSaid = async (): Promise<boolean> => { const words = (await alert().allInnerTexts()).join(); return codes.some((code) => words.includes(said(code))); };
      await expect.poll(async () => await isTaken() || await isSaid()).toBe(true);
      // Between two gusts of noise whole frames may settle: then it is the true weight that is taken, and no other.
      if (name === 'noise' && await isTaken()) {
        await expect(baskets().nth(1)).toContainText('8.00');
        await desk.press('NumpadSubtract');
      } else {
        await expect(alert()).toContainText('没有取重');
        const words = await alert().innerText();
        expect(codes.filter((code) => words.includes(said(code)) && words.includes(scaleWords.todo[code]))).toHaveLength(1);
      }
      await fault(name, false);
      await expect(page.locator('[data-kind="live"][data-state="good"]')).toContainText('8.00');
    });
  }

  test('the line well again, the same basket is taken', async () => {
    await desk.press('NumpadAdd');
    await expect(baskets()).toHaveCount(2);
    await expect(baskets().nth(1)).toContainText('8.00');
    await desk.press('NumpadSubtract');
    await expect(baskets()).toHaveCount(1);
  });
});

test('messages that make no sense on the page’s port neither end core nor change anything', async () => {
  await page.addInitScript(() => {
    window.addEventListener('message', (event) => Object.assign(window, { stationPort: event.ports[0], told: [...((window as { told?: unknown[] }).told ?? []), (event.data as { station?: string }).station] }));
  });
  await page.reload();
  await desk.signIn();
  const before = await desk.ask('system.head', {}, manager);
  await page.evaluate(() => {
    const port = (window as unknown as { stationPort: MessagePort }).stationPort;
    const deep: unknown[] = [];
    let at = deep;
    for (let depth = 0; depth < 2_000; depth += 1) at.push(at = []);
    for (const message of [
      null, undefined, 0, 'call', [], {}, new Uint8Array(9), { t: 's', i: 'nobody', r: 1 }, { t: 'q' }, { t: 'q', m: 'call' }, { t: 'q', m: 'call', a: 5, i: 'a' }, { t: 'q', m: 'constructor', a: [], i: 'b' },
      { t: 'q', m: '$close', a: [], i: 'c' }, { t: 'q', m: 'call', a: [null], i: 'd' }, { t: 'q', m: 'call', a: [{ op: '__proto__', input: {} }], i: 'e' }, { t: 'q', m: 'call', a: [{ op: 'ticket.post', input: deep }], i: 'f' },
      { t: 'q', m: 'call', a: [{ op: 'ticket.post', input: {}, commandId: '1' }], i: 'g' }, { t: 'q', m: 'call', a: [{ op: 'draft.save', input: { id: 'x', revision: Number.NaN, state: 'open', label: '', payload: {} } }], i: 'h' },
    ]) port.postMessage(message);
  });
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as { told?: unknown[] }).told)).toEqual(['port']);
  // The desk goes on, and the ticket on it with its basket was not lost over the reload.
  await expect(baskets()).toHaveCount(1);
  await expect(baskets().first()).toContainText('10.00');
  expect(await desk.ask('system.head', {}, manager)).toEqual(before);
});

test('a PIN wrong five times makes that person wait, says how long, and stops nobody else', async () => {
  await page.reload();
  await page.getByRole('button', { name: '张司磅' }).click();
  const signIn = async (pin: string): Promise<void> => {
    await desk.type(pin);
    await desk.press('Enter');
  };
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await signIn('0000');
    await expect(page.getByText(appWords.refusal.pin_wrong)).toBeVisible();
    await expect(page.getByText(appWords.todo.pin_wrong)).toBeVisible();
    await expect(page.locator('input[type="password"]')).toHaveValue('');
  }
  const locked = new RegExp(appWords.refusal.pin_locked.replace('{{seconds}}', String.raw`\d+`), 'u');
  await signIn('0000');
  await expect(page.getByText(locked)).toBeVisible();
  await expect(page.getByText(appWords.todo.pin_locked)).toBeVisible();
  await signIn('3690');
  await expect(page.getByText(locked)).toBeVisible();
  await desk.press('Escape');
  await page.getByRole('button', { name: '站长' }).first().click();
  await signIn(manager.pin);
  await expect(page.locator('nav').first()).toBeVisible();
});
