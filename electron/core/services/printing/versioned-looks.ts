import type { z } from 'zod';
import type { ReadHandle } from '../../../../db/connection.ts';
import { masterVersions } from '../../../../db/queries/books.queries.ts';
import { settingMaster } from '../../../../db/queries/setting.queries.ts';
import type { Locale } from '../../../contract/fields.ts';
import type { SlipLanguage } from '../../documents/paper-text.ts';
import { parseJson } from '../../platform/json-text.ts';
import type { CommandContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';

export interface KeptLooks<Layout> { readonly version: number; readonly layout: Layout }
interface LooksVersion<Layout> extends KeptLooks<Layout> { readonly at: number; readonly byName: string }

/** Where the looks of a paper are kept; a printer's own stand before those for all. */
export const looksPlace = (family: 'slip' | 'label', paper: string, printerId: string | null): string => `${family}.layout.${paper}${printerId === null ? '' : `@${printerId}`}`;

/** The looks kept in a place; null where nobody saved any. */
export function keptLooksIn<Layout>(db: ReadHandle, place: string, schema: z.ZodType<Layout>): KeptLooks<Layout> | null {
  const row = settingMaster.first(db, { key: place });
  return row ? { version: row.version, layout: schema.parse(parseJson(row.value)) } : null;
}

/** Every version that was ever saved in a place, the newest first. */
export function looksVersions<Layout>(db: ReadHandle, place: string, schema: z.ZodType<Layout>): LooksVersion<Layout>[] {
  const master = settingMaster.first(db, { key: place });
  const kept = master === undefined ? [] : masterVersions.all(db, { entity: 'setting', ulid: master.ulid });
  return kept.map(({ version, at, userName, payload }) => {
    const { value } = parseJson(payload) as { readonly value: string };
    return { version, at, byName: userName ?? '', layout: schema.parse(parseJson(value)) };
  });
}

/** Writes the next version; papers that were drawn before keep theirs. Refuses `version_changed` where somebody else saved meanwhile. */
export function saveLooks(context: CommandContext, place: string, layout: object, expectedVersion: number): { version: number } {
  const fields = { key: place, value: JSON.stringify(layout) };
  const stored = settingMaster.first(context.tx, { key: place });
  if ((stored?.version ?? 0) !== expectedVersion) refuse('version_changed');
  if (stored) reviseMaster(context, 'setting', stored.ulid, fields);
  else createMaster(context, 'setting', fields);
  return { version: expectedVersion + 1 };
}

/** The language of a paper: what its looks say, else that of the person. */
export const languageOfLooks = ({ language }: { readonly language: SlipLanguage | 'person' }, person: Locale): SlipLanguage => (language === 'person' ? person : language);
