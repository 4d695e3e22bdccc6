import { join } from 'node:path';
import type { PaperJob, PaperPreview, PaperRequest } from '../../devices/printer/paper-job.ts';
import type { Station } from '../../station.ts';
import { pagePdf } from './page-pdf.ts';

/** Draws papers. The canvas and the fonts are loaded with the first paper, so that they cost nothing at start-up. */
export interface PaperDrawer {
  bytes(request: PaperRequest): Promise<PaperJob>;
  preview(request: PaperRequest): Promise<PaperPreview>;
}

const pageJob = (pdf: Buffer): PaperJob => ({ language: 'page', layout: 'page', bytes: pdf, substitutions: [], pictureLines: 0, shortened: [], slip: null });

export function createPaperDrawer(station: Station): PaperDrawer {
  const load = async () => {
    const [job, pen] = await Promise.all([import('../../devices/printer/paper-job.ts'), import('../../documents/paper-pen.ts')]);
    return { ...job, pen: pen.openPaperPen(join(station.paths.resources, 'fonts')) };
  };
  let loaded: ReturnType<typeof load> | null = null;
  const drawing = (): ReturnType<typeof load> => (loaded ??= load());
  return {
    async bytes(request) {
      if (request.kind === 'page') return pageJob(await pagePdf(station.host, request.html, { paper: 'A4', preferCssPageSize: true }));
      const { makePaperJob, pen } = await drawing();
      return makePaperJob(request, pen);
    },
    async preview(request) {
      const { previewPaper, pen } = await drawing();
      return previewPaper(request, pen);
    },
  };
}
