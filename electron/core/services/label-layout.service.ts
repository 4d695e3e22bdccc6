import { labelLayout, leavable, standardLabelLayout, type LabelLayout, type LabelPaper } from '../../contract/label-layout.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import { sampleLabelRequest } from '../documents/label-samples.ts';
import { labelSizeOfWidth } from '../documents/label-size.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { keptLabelLooks, labelLooksOf, looksOfLabel } from './printing/label-looks.ts';
import { labelProfile, printsLabels } from './printing/paper-request.ts';
import { printerProfiles } from './printing/printer-profiles.ts';
import { languageOfLooks, looksPlace, looksVersions, saveLooks } from './printing/versioned-looks.ts';

type Own = 'labels.layout' | 'labels.saveLayout' | 'labels.preview';

/** A label printer by its id; null for all of them. */
function findPrinter(db: QueryContext['db'], printerId: string | null) {
  return printerId === null ? null : printerProfiles(db).find((printer) => printer.id === printerId && printsLabels(printer)) ?? refuse('printer_unknown');
}

/** Refuses looks that leave out what a label must say. */
function checkLayout(paper: LabelPaper, { hidden }: LabelLayout): void {
  const missing = hidden.find((block) => !leavable[paper].includes(block));
  if (missing !== undefined) refuse('block_required', { block: missing });
}

function layoutWithVersions({ db }: QueryContext, { paper, printerId }: ParsedInputOf<'labels.layout'>): OutputOf<'labels.layout'> {
  findPrinter(db, printerId);
  const versions = looksVersions(db, looksPlace('label', paper, printerId), labelLayout);
  const own = keptLabelLooks(db, paper, printerId);
  return { version: own?.version ?? 0, layout: own?.layout ?? (printerId === null ? standardLabelLayout : labelLooksOf(db, paper, null)), versions };
}

/** Writes the next version of a label's looks; labels that were drawn before keep theirs. Refuses what the contract lists. */
function saveLayout(context: CommandContext, { paper, printerId, layout, expectedVersion }: ParsedInputOf<'labels.saveLayout'>): { version: number } {
  findPrinter(context.tx, printerId);
  checkLayout(paper, layout);
  return saveLooks(context, looksPlace('label', paper, printerId), layout, expectedVersion);
}

async function preview({ db, station, user }: QueryContext, { paper, printerId, layout, widthMm }: ParsedInputOf<'labels.preview'>): Promise<OutputOf<'labels.preview'>> {
  const printer = findPrinter(db, printerId);
  checkLayout(paper, layout);
  const request = sampleLabelRequest(paper, languageOfLooks(layout, user?.locale ?? 'zh'), { size: labelSizeOfWidth(widthMm), ...looksOfLabel(layout) }, labelProfile(printer));
  const { png, widthDots, heightDots, substitutions } = await station.live.spool.drawer.preview(request);
  return { png: png.toString('base64'), widthDots, heightDots, substitutions: substitutions.map((found) => found.codePoint) };
}

/** The looks of labels: versions and a live sample. */
export const labelLayoutHandlers = {
  'labels.layout': ask(layoutWithVersions),
  'labels.saveLayout': change(saveLayout),
  'labels.preview': ask(preview),
} satisfies HandlersOf<Own>;
