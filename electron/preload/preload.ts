import { ipcRenderer } from 'electron';
import type { PageMessage } from '../contract/control.ts';

// Hands the page one port and tells it when the line is lost; the page can reach nothing else.

/** The page's modules have run by then, so their listener hears the message; pictures and styles are not waited for. */
const loaded = new Promise<void>((resolve) => {
  window.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
});

ipcRenderer.on('station:page', (event, message: PageMessage) => {
  void loaded.then(() => window.postMessage(message, window.location.origin, [...event.ports]));
});

ipcRenderer.send('station:hello');
