import type { InputOf } from '../../electron/contract/operations.ts';

/** The form of a member as the office screen sends it, with nothing but a name. */
export const memberForm = (fields: Partial<InputOf<'member.save'>> & { readonly name: string }): InputOf<'member.save'> => ({
  nickname: null, houseGroup: null, kind: 'member', phone: null, residentId: null, birthDate: null, ownGrown: true, note: null, channel: 'cash', ...fields,
});

/** Published and self-made resident ids that keep the check rule. */
export const residentIds = ['11010519491231002X', '34052419800101001X', '440524188001010014', '529999196808150019', '529999195503072043', '529999197211301181'] as const;

/** Every text stored anywhere in a database, with the place it stands in. */
export function everyText(file: { prepare(sql: string): { all(): unknown[] } }): string {
  const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as Array<{ name: string }>;
  return tables.flatMap(({ name }) => file.prepare(`SELECT * FROM "${name}"`).all().map((row) => `${name} ${JSON.stringify(row)}`)).join('\n');
}
