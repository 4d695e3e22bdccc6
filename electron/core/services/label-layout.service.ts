import { masterVersions } from '../../../db/queries/books.queries.ts';
import { settingMaster } from '../../../db/queries/setting.queries.ts';
import { labelLayout, leavable, standardLabelLayout, type LabelLayout, type LabelPaper } from '../../contract/label-layout.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import { sampleLabelRequest } from '../documents/label-samples.ts';
import { labelSizeOfWidth } from '../documents/label-size.ts';
import { parseJson } from '../platform/json-text.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { createMaster, reviseMaster } from './books/masters.ts';
import { keptLabelLooks, labelLooksKey, labelLooksOf, languageOfLabel, looksOfLabel } from './printing/label-looks.ts';
import { labelProfile, printsLabels } from './printing/paper-request.ts';
import { printerProfiles } from './printing/printer-profiles.ts';

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
  const master = settingMaster.first(db, { key: labelLooksKey(paper, printerId) });
  const kept = master === undefined ? [] : masterVersions.all(db, { entity: 'setting', ulid: master.ulid });
  const versions = kept.map(({ version, at, userName, payload }) => {
    const { value } = parseJson(payload) as { readonly value: string };
    return { version, at, byName: userName ?? '', layout: labelLayout.parse(parseJson(value)) };
  });
  const own = keptLabelLooks(db, paper, printerId);
  return { version: own?.version ?? 0, layout: own?.layout ?? (printerId === null ? standardLabelLayout : labelLooksOf(db, paper, null)), versions };
}

/** Writes the next version of a label's looks; labels that were drawn before keep theirs. Refuses what the contract lists. */
function saveLayout(context: CommandContext, { paper, printerId, layout, expectedVersion }: ParsedInputOf<'labels.saveLayout'>): { version: number } {
  findPrinter(context.tx, printerId);
  checkLayout(paper, layout);
  const fields = { key: labelLooksKey(paper, printerId), value: JSON.stringify(layout) };
  const stored = settingMaster.first(context.tx, { key: fields.key });
  if ((stored?.version ?? 0) !== expectedVersion) refuse('version_changed');
  if (stored) reviseMaster(context, 'setting', stored.ulid, fields);
  else createMaster(context, 'setting', fields);
  return { version: expectedVersion + 1 };
}

async function preview({ db, station, user }: QueryContext, { paper, printerId, layout, widthMm }: ParsedInputOf<'labels.preview'>): Promise<OutputOf<'labels.preview'>> {
  const printer = findPrinter(db, printerId);
  checkLayout(paper, layout);
  const request = sampleLabelRequest(paper, languageOfLabel(layout, user?.locale ?? 'zh'), { size: labelSizeOfWidth(widthMm), ...looksOfLabel(layout) }, labelProfile(printer));
  const { png, widthDots, heightDots, substitutions } = await station.live.spool.drawer.preview(request);
  return { png: png.toString('base64'), widthDots, heightDots, substitutions: substitutions.map((found) => found.codePoint) };
}

/** The looks of labels: versions and a live sample. */
export const labelLayoutHandlers = {
  'labels.layout': ask(layoutWithVersions),
  'labels.saveLayout': change(saveLayout),
  'labels.preview': ask(preview),
} satisfies HandlersOf<Own>;
