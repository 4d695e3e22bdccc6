import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CoreHost } from '../../electron/core/host/core-host.ts';
import { quietHost } from '../support/quiet-host.ts';

/** So long a page takes to be drawn. */
const drawMs = 12;

/** A host with a printing window that draws the number of a statement, or the word of a copy, and a person who wants every file in this folder. What was drawn is noted beside the files. */
export function drawingHost(folder: string): CoreHost {
  let files = 0;
  return {
    ...quietHost,
    async htmlToPdf(html) {
      // Loaded with the first page: a core that draws nothing starts without it.
      const { PDFDocument } = await import('pdf-lib');
      await wait(drawMs);
      const number = /[A-Z0-9]+-S-\d{4}-\d{6}/.exec(html)?.[0];
      const pdf = await PDFDocument.create();
      pdf.addPage([595, 842]).drawText(number ?? 'COPY', { x: 10, y: number === undefined ? 800 : 50, size: 10 });
      if (number !== undefined) appendFileSync(join(folder, 'drawn'), `${number}\n`);
      return pdf.save();
    },
    chooseFile() {
      files += 1;
      return Promise.resolve(join(folder, `statements-${process.pid}-${files}.pdf`));
    },
  };
}
