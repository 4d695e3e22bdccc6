import { basename, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { ChooseFileRequest } from '../contract/control.ts';

/** Asks the person for a file or a folder, in front of the given window; null when they cancel. */
export async function chooseFile(window: BrowserWindow, request: ChooseFileRequest): Promise<string | null> {
  const title = request.title === undefined ? {} : { title: request.title };
  const filters = (request.filters ?? []).map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
  if (request.kind === 'save') {
    // A name alone: where it goes is the person's choice.
    const suggested = join(app.getPath('documents'), basename(request.suggestedName ?? ''));
    const saved = await dialog.showSaveDialog(window, { ...title, filters, defaultPath: suggested });
    return saved.canceled || saved.filePath === undefined || saved.filePath === '' ? null : saved.filePath;
  }
  const properties: ('openFile' | 'openDirectory' | 'createDirectory')[] =
    request.kind === 'folder' ? ['openDirectory', 'createDirectory'] : ['openFile'];
  const opened = await dialog.showOpenDialog(window, { ...title, filters, properties });
  return opened.canceled ? null : opened.filePaths[0] ?? null;
}
