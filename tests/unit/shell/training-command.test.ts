import { describe, expect, test } from 'vitest';
import { trainingCommand, type TrainingStart } from '../../../electron/main/training-command.ts';

const installed: TrainingStart = {
  executable: '/opt/station/station', appImage: null, packaged: true, appPath: '/opt/station/resources/app.asar', withoutSandbox: false, locale: 'zh',
  dataFolder: '/users/li/.config/village-station/live', standardFolder: true,
};

describe('how the training station is started beside the real one', () => {
  test('an installed program is started again on its standard training folder', () => {
    expect(trainingCommand(installed)).toEqual({ command: '/opt/station/station', args: ['--training', '--locale', 'zh'] });
  });

  test('books in a folder of their own have their training folder beside them, never in them', () => {
    const { args } = trainingCommand({ ...installed, dataFolder: '/usb/books', standardFolder: false });
    expect(args.slice(-2)).toEqual(['--data', '/usb/books-training']);
  });

  test('a program run from its sources is given its folder first, and keeps running without a sandbox where it did', () => {
    const { args } = trainingCommand({ ...installed, packaged: false, appPath: '/srv/station', withoutSandbox: true, locale: 'en' });
    expect(args).toEqual(['/srv/station', '--no-sandbox', '--training', '--locale', 'en']);
  });

  test('an AppImage is started by its own file, which outlives the first window', () => {
    expect(trainingCommand({ ...installed, appImage: '/users/li/Station.AppImage' }).command).toBe('/users/li/Station.AppImage');
  });
});
