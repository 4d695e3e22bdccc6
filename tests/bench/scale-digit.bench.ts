import { setTimeout as sleep } from 'node:timers/promises';
import { DeskWindow, manager } from '../e2e/desk-window.ts';
import { openSerialCable } from '../support/pty.ts';
import { startSending } from '../support/sending-scale.ts';
import { quantile, row } from './measure.ts';
import type { BenchRow } from './measure.ts';

/** Ten readings a second, each another number. */
const everyMs = 100;
const warmMs = 3_000;
const measureMs = 20_000;
/** A picture of a screen with sixty of them a second: nothing can be seen sooner. */
const pictureMs = 1_000 / 60;

/** Notes in the page when each number was painted for the first time. A number counts once the picture that shows it has been drawn. */
const watchPage = (): void => {
  const seen = new Map<string, number>();
  Object.assign(window, { seenNumbers: () => [...seen] });
  new MutationObserver(() => {
    const text = document.querySelector('p[role="status"]')?.textContent ?? '';
    const number = /\d+\.\d\d/u.exec(text)?.[0];
    if (number === undefined || seen.has(number)) return;
    seen.set(number, Number.NaN);
    requestAnimationFrame(() => setTimeout(() => seen.set(number, performance.timeOrigin + performance.now()), 0));
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
};

/**
 * From the byte on the wire to the digit on the screen of the real window, through a pseudo-terminal. That has no speed of its
 * own, so nothing has to be taken off for the line. Reported; the goal is under 100 ms for 99 of 100.
 */
export async function benchScaleDigit(): Promise<BenchRow[]> {
  const cable = await openSerialCable();
  const desk = await DeskWindow.open();
  try {
    await desk.ask('scale.configure', { scales: [{ id: 'platform', name: '台秤', port: { kind: 'serial', path: cable.stationPath }, protocol: 'yaohua-tf0', config: { unit: 'kg' } }] }, manager);
    await desk.page.evaluate(() => { window.location.hash = '/devices'; });
    await desk.page.getByRole('heading', { name: '台秤' }).waitFor();
    const sending = startSending(cable.scalePath, everyMs);
    await sleep(warmMs);
    await desk.page.evaluate(`(${String(watchPage)})()`);
    const from = performance.timeOrigin + performance.now();
    await sleep(measureMs);
    const until = from + measureMs - 1_000;
    await sending.stop();
    const seen = new Map(await desk.page.evaluate<[string, number][]>('window.seenNumbers()'));
    const delays = [...sending.sentAt].filter(([, at]) => at >= from && at < until).map(([value, at]) => (seen.get(value) ?? Number.POSITIVE_INFINITY) - at);
    return [
      row('byte on the wire to digit on the screen, p99', quantile(delays, 0.99), pictureMs, null, 'ms'),
      row('byte on the wire to digit on the screen, median', quantile(delays, 0.5), pictureMs, null, 'ms'),
    ];
  } finally {
    await desk.close();
    await cable.remove();
  }
}
