import { allSettings, settingValue } from '../../../../db/queries/setting.queries.ts';
import type { ParsedInputOf } from '../../../contract/operations.ts';
import { parseJson } from '../../platform/json-text.ts';
import type { CommandContext, QueryContext } from '../../rpc/handler.ts';
import { createMaster, reviseMaster } from '../books/masters.ts';

/** All settings by key; what is no JSON is given as its text. */
export function readSettings({ db }: QueryContext): { values: Record<string, unknown> } {
  return { values: Object.fromEntries(allSettings.all(db, {}).map(({ key, value }) => [key, parseJson(value) ?? value])) };
}

export function saveSetting(context: CommandContext, { key, value }: ParsedInputOf<'setting.save'>): Record<string, never> {
  const fields = { key, value: JSON.stringify(value) };
  const stored = settingValue.first(context.tx, { key });
  if (stored) reviseMaster(context, 'setting', stored.ulid, fields);
  else createMaster(context, 'setting', fields);
  return {};
}
