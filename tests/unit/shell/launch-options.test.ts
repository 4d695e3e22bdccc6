import { describe, expect, test } from 'vitest';
import { readLaunchOptions } from '../../../electron/main/launch-options.ts';
import { stationFolders } from '../../../electron/main/station-folders.ts';

const read = (...argv: string[]) => readLaunchOptions(['electron', '.', ...argv], '/srv');

describe('what the command line asks of the shell', () => {
  test('nothing said means the live books, in Chinese', () => {
    expect(read()).toEqual({ kind: 'live', locale: 'zh', dataFolder: null, stationCli: null });
  });

  test('folder, training and language are taken in either spelling', () => {
    expect(read('--training', '--data', 'demo', '--locale', 'en')).toEqual({ kind: 'training', locale: 'en', dataFolder: '/srv/demo', stationCli: null });
    expect(read('--data=/books', '--locale=en')).toMatchObject({ dataFolder: '/books', locale: 'en' });
  });

  test('an unknown language is Chinese, and an option is never taken for a folder', () => {
    expect(read('--locale', 'fr').locale).toBe('zh');
    expect(read('--data', '--training')).toMatchObject({ dataFolder: null, kind: 'training' });
  });

  test('everything behind --station-cli belongs to the command line', () => {
    expect(read('--station-cli', 'db', 'verify', '--data', '/x', '--training')).toEqual({
      kind: 'live', locale: 'zh', dataFolder: null, stationCli: ['db', 'verify', '--data', '/x', '--training'],
    });
  });
});

describe('where everything lies', () => {
  const linux = { platform: 'linux', home: '/users/li', env: {} };
  const folders = (argv: string[], surroundings: Parameters<typeof stationFolders>[1] = linux) => stationFolders(read(...argv), surroundings);

  test('live and training books lie side by side, each with a shell of its own', () => {
    const live = folders([]);
    const training = folders(['--training']);
    expect(live).toEqual({ data: '/users/li/.config/village-station/live', config: '/users/li/.config/village-station', shell: '/users/li/.config/village-station/shell-live', standard: true });
    expect(training.data).toBe('/users/li/.config/village-station/training');
    expect(training.shell).not.toBe(live.shell);
  });

  test('the same folder always has the same shell, another folder another one', () => {
    const first = folders(['--data', '/usb/books']);
    expect(folders(['--data', '/usb/../usb/books', '--training']).shell).toBe(first.shell);
    expect(folders(['--data', '/usb/other']).shell).not.toBe(first.shell);
    expect(first.data).toBe('/usb/books');
  });

  test('STATION_CONFIG_DIR moves the person\'s own files, not the books', () => {
    const moved = folders([], { ...linux, env: { STATION_CONFIG_DIR: '/tmp/own' } });
    expect(moved).toEqual({ data: '/users/li/.config/village-station/live', config: '/tmp/own', shell: '/tmp/own/shell-live', standard: true });
  });

  test('Windows and XDG folders are respected', () => {
    expect(folders([], { platform: 'win32', home: 'C:\\Users\\Li', env: { APPDATA: 'D:\\Roam' } }).config).toBe('D:\\Roam\\village-station');
    expect(folders([], { ...linux, env: { XDG_CONFIG_HOME: '/xdg' } }).config).toBe('/xdg/village-station');
  });
});
