import { cooperativeName, stationRow } from '../../../db/queries/station.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import type { SlipLayout, SlipPaper } from '../../contract/slip-layout.ts';
import { isRequired, logoLimits, sectionsOf, slipLayout, standardLayout } from '../../contract/slip-layout.ts';
import { logoBitmap } from '../documents/arrange-slip.ts';
import { pictureHead } from '../documents/picture-head.ts';
import { PAPER_58, PAPER_80 } from '../documents/receipt-document.ts';
import { sampleSlip } from '../documents/slip-samples.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { asNamesAreShown } from './printing/hide-names.ts';
import { escposProfile } from './printing/paper-request.ts';
import { printerProfiles } from './printing/printer-profiles.ts';
import { keptLooks, looksOf } from './printing/slip-looks.ts';
import { languageOfLooks, looksPlace, looksVersions, saveLooks } from './printing/versioned-looks.ts';

type Own = 'slip.layout' | 'slip.saveLayout' | 'slip.preview' | 'slip.logo';

function findPrinter(db: QueryContext['db'], printerId: string | null) {
  return printerId === null ? null : printerProfiles(db).find((printer) => printer.id === printerId) ?? refuse('printer_unknown');
}

/** Refuses looks that lose what a slip must say, name a part it does not have, or hold a picture that is none. */
function checkLayout(paper: SlipPaper, layout: SlipLayout): void {
  const names = layout.sections.map(({ name }) => name);
  const strange = names.find((name, index) => !sectionsOf[paper].includes(name) || names.indexOf(name) !== index);
  if (strange !== undefined) refuse('section_unknown', { section: strange });
  const missing = sectionsOf[paper].find((name) => isRequired(name) && !layout.sections.some((section) => section.name === name && section.shown));
  if (missing !== undefined) refuse('section_required', { section: missing });
  try {
    if (layout.logo !== null) logoBitmap(layout.logo);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    refuse('logo_broken');
  }
}

function layoutWithVersions({ db }: QueryContext, { paper, printerId }: ParsedInputOf<'slip.layout'>): OutputOf<'slip.layout'> {
  findPrinter(db, printerId);
  const own = keptLooks(db, paper, printerId);
  const versions = looksVersions(db, looksPlace('slip', paper, printerId), slipLayout);
  return { version: own?.version ?? 0, layout: own?.layout ?? looksOf(db, paper, null)?.layout ?? standardLayout(paper), versions };
}

/** Writes the next version of a slip's looks; papers that were drawn before keep theirs. Refuses what the contract lists. */
function saveLayout(context: CommandContext, { paper, printerId, layout, expectedVersion }: ParsedInputOf<'slip.saveLayout'>): { version: number } {
  findPrinter(context.tx, printerId);
  checkLayout(paper, layout);
  return saveLooks(context, looksPlace('slip', paper, printerId), layout, expectedVersion);
}

async function preview(context: QueryContext, { paper, printerId, layout, widthMm }: ParsedInputOf<'slip.preview'>): Promise<OutputOf<'slip.preview'>> {
  const { db, station } = context;
  const printer = findPrinter(db, printerId);
  checkLayout(paper, layout);
  const place = { cooperativeName: cooperativeName.first(db, {})?.name ?? '', stationName: stationRow.first(db, { code: station.device?.stationCode ?? '' })?.name ?? '' };
  const language = languageOfLooks(layout, context.user?.locale ?? 'zh');
  const profile = { ...escposProfile(printer), paper: widthMm === 58 ? PAPER_58 : PAPER_80 };
  const { png, widthDots, heightDots, substitutions } = await station.live.spool.drawer.preview(asNamesAreShown(db, paper, sampleSlip(paper, place, language, { version: 0, layout }, profile)));
  return { png: png.toString('base64'), widthDots, heightDots, substitutions: substitutions.map((found) => found.codePoint) };
}

async function logo(_context: QueryContext, { picture }: ParsedInputOf<'slip.logo'>): Promise<OutputOf<'slip.logo'>> {
  const bytes = Buffer.from(picture, 'base64');
  if (bytes.length > logoLimits.bytes) refuse('logo_too_large', { kilobytes: Math.ceil(bytes.length / 1_000), most: logoLimits.bytes / 1_000 });
  const head = pictureHead(bytes) ?? refuse('logo_wrong_kind');
  if (head.width > logoLimits.side || head.height > logoLimits.side) refuse('logo_too_wide', { width: head.width, height: head.height, most: logoLimits.side });
  const { logoDots } = await import('../documents/logo-dots.ts');
  return logoDots(bytes).catch(() => refuse('logo_unreadable'));
}

/** The looks of slips: versions, a live sample, and the picture on top. */
export const slipLayoutHandlers = {
  'slip.layout': ask(layoutWithVersions),
  'slip.saveLayout': change(saveLayout),
  'slip.preview': ask(preview),
  'slip.logo': ask(logo),
} satisfies HandlersOf<Own>;
