import { expect, test } from '@playwright/test';
import { line } from '../../electron/core/devices/scale/protocols/protocol.ts';
import { protocolOf } from '../../electron/core/devices/scale/protocols/protocol-table.ts';
import { SimulatedScale } from '../../electron/core/devices/simulator/scale-simulator.ts';
import { systemClock } from '../../electron/core/platform/clock.ts';
import { speakOverCable } from '../support/garbling-scale.ts';
import type { SerialCable } from '../support/pty.ts';
import { openSerialCable } from '../support/pty.ts';
import { OfficeWindow } from './office-window.ts';

let office: OfficeWindow;
let cable: SerialCable;
let stop: () => void;
const scale = new SimulatedScale({ protocol: 'yaohua-tf0', capacityGrams: 60_000, intervalGrams: 10, seed: 4 });
test.setTimeout(120_000);

test.beforeAll(async () => {
  office = await OfficeWindow.openTraining();
  cable = await openSerialCable();
  const protocol = protocolOf('yaohua-tf0');
  if (protocol === null) throw new Error('no such protocol');
  scale.put(12_340, systemClock.monotonic());
  stop = speakOverCable({ scale, protocol, sends: line(1_200), speaks: 'by itself' }, cable);
});
test.afterAll(async () => {
  stop();
  await cable.remove();
  await office.close();
});

test('a scale at 1200 baud is found by listening, compared with its display, tried with a known weight and saved', async () => {
  const { page } = office;
  await office.go('/devices');
  await expect(page.getByRole('heading', { level: 1, name: '秤' })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { level: 1, name: '接一台秤' })).toBeVisible();
  await page.getByLabel('怎么接').click();
  await page.getByTitle('串口线').click();
  await page.getByLabel('哪个口').fill(cable.stationPath);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '开始听' }).click();
  await expect(page.getByText(/正在听/u).first()).toBeVisible();
  await expect(page.getByText('12.34').first()).toBeVisible({ timeout: 20_000 });
  await page.getByLabel('秤上显示多少？').fill('12.34');
  await expect(page.getByText('和秤上一样')).toBeVisible();
  expect(await office.serious()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('合 12.34 公斤')).toBeVisible({ timeout: 10_000 });
  scale.put(5_000, systemClock.monotonic());
  await page.getByLabel('知道的重量').fill('5');
  await expect(page.getByText('对了：5.00 公斤，读到 5.00 公斤。')).toBeVisible({ timeout: 10_000 });
  await page.getByLabel('知道的重量').fill('5.1');
  await expect(page.getByText(/不对：5.10 公斤/u)).toBeVisible();
  expect(await office.serious()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByLabel('名称').fill('门口台秤');
  await page.getByLabel('最大称量').fill('60');
  await page.keyboard.press('Enter');
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: '门口台秤' }) }).last();
  await expect(card.getByText('5.00 kg')).toBeVisible({ timeout: 10_000 });
  await expect(card.getByText('正常发数')).toBeVisible();
});

test('a port where nobody speaks is said so, with what to do, and the search can be stopped', async () => {
  const { page } = office;
  await office.go('/settings');
  await office.go('/devices');
  await expect(page.getByRole('heading', { level: 1, name: '秤' })).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByLabel('怎么接').click();
  await page.getByTitle('串口线').click();
  await page.getByLabel('哪个口').fill('/dev/no-such-port');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '开始听' }).click();
  await expect(page.getByText('这个口断开了')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText(/把线插紧/u)).toBeVisible();
  expect(await office.serious()).toEqual([]);
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '秤' })).toBeVisible();
});
