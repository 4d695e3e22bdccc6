import { query } from '../sql.ts';

export const lotById = query<{ id: number }>()((k, slot) => k.selectFrom('lot').selectAll().where('id', '=', slot('id')));
export const lotByCode = query<{ code: string }>()((k, slot) => k.selectFrom('lot').selectAll().where('code', '=', slot('code')));
