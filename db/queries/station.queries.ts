import { query } from '../sql.ts';

export const cooperativeName = query<object>()((k) => k.selectFrom('cooperative').select(['name', 'phone', 'credit_code as creditCode', 'address']).orderBy('id').limit(1));
export const stationRow = query<{ code: string }>()((k, slot) => k.selectFrom('station').select(['id', 'code', 'name', 'village']).where('code', '=', slot('code')));
