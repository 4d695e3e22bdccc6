import { remembered } from '../remembered.ts';
import { query } from '../sql.ts';

export const settingValue = remembered('setting', query<{ key: string }>()((k, slot) => k.selectFrom('setting').select(['ulid', 'value']).where('key', '=', slot('key'))), ({ key }) => key);
export const settingMaster = query<{ key: string }>()((k, slot) => k.selectFrom('setting').select(['ulid', 'value', 'version']).where('key', '=', slot('key')));
export const allSettings = query<object>()((k) => k.selectFrom('setting').select(['key', 'value']).orderBy('key'));
