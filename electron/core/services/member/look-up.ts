import { accountsOfPayee, houseGroups, memberByUlid, memberSums, openItemsOfMember, payeeOfMember } from '../../../../db/queries/member.queries.ts';
import type { MemberDetail, MemberRow } from '../../../contract/member.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/operations.ts';
import type { QueryContext } from '../../rpc/handler.ts';
import { refuse } from '../../rpc/refusal.ts';
import { memberHistory } from './history.ts';
import { findMembers } from './search-index.ts';
import { memberQuestion } from './search-question.ts';

/** The first few members meant by what stands in the search box. */
export function searchMembers({ db, station }: QueryContext, input: ParsedInputOf<'member.search'>): OutputOf<'member.search'> {
  return { rows: findMembers(db, memberQuestion(station.keys?.fields ?? null, input.text), input.limit) };
}

/** A page of the member list. */
export function listMembers({ db, station }: QueryContext, input: ParsedInputOf<'member.list'>): OutputOf<'member.list'> {
  const found = findMembers(db, memberQuestion(station.keys?.fields ?? null, input.text ?? '', input));
  return { total: found.length, rows: found.slice(input.offset, input.offset + input.limit) };
}

export function listGroups({ db }: QueryContext): OutputOf<'member.groups'> {
  return { groups: houseGroups.all(db, {}).flatMap(({ name }) => (name === null ? [] : [name])) };
}

type Row = NonNullable<ReturnType<typeof memberByUlid.first>>;

const toRow = (row: Row): MemberRow => ({
  id: row.ulid, code: row.code, name: row.name, nickname: row.nickname, houseGroup: row.house_group, kind: row.kind as MemberRow['kind'], status: row.status as MemberRow['status'], phoneMasked: row.phone_masked, version: row.version,
});

/** Everything about one member but the protected fields, which stand masked. */
export function memberDetail({ db }: QueryContext, ulid: string): MemberDetail {
  const row = memberByUlid.first(db, { ulid }) ?? refuse('member_unknown');
  const payee = payeeOfMember.one(db, { memberId: row.id });
  const openItems = openItemsOfMember.all(db, { memberId: row.id });
  return {
    ...toRow(row), residentMasked: row.resident_masked, birthDate: row.birth_date, ownGrown: row.own_grown === 1, note: row.note, leftReason: row.left_reason,
    payeeId: payee.ulid, channel: payee.channel as MemberDetail['channel'],
    accounts: accountsOfPayee.all(db, { payeeId: payee.id }).map((account) => ({
      id: account.ulid, bankName: account.bank_name, cnapsCode: account.cnaps_code, kind: account.kind as MemberDetail['accounts'][number]['kind'], accountMasked: account.account_masked, active: account.active === 1,
    })),
    ...memberSums.one(db, { memberId: row.id }), owedFen: openItems.reduce((sum, item) => sum + item.leftFen, 0), openItems,
    versions: memberHistory(db, row, payee),
  };
}
