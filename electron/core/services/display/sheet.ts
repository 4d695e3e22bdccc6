import type { ReadHandle } from '../../../../db/connection.ts';
import { memberByUlid } from '../../../../db/queries/member.queries.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import { productByUlid, schemeInForce } from '../../../../db/queries/ticket.queries.ts';
import type { DisplaySheet, ShownOnDisplay } from '../../../contract/display.ts';
import { maskedName } from '../../documents/mask.ts';
import { schemeDefinition } from '../scheme-definition.ts';

/** Whether the farmer's name is shown as 张**; so unless the station chose otherwise, for the hall reads along. */
function masksNames(db: ReadHandle): boolean {
  return settingValue.first(db, { key: 'display.mask_name' })?.value !== 'false';
}

function gradeOf(db: ReadHandle, productId: number, grade: string, at: number): DisplaySheet['grade'] {
  const scheme = schemeInForce.first(db, { productId, at });
  const found = scheme === undefined ? undefined : schemeDefinition(scheme.definition).grades.find(({ id }) => id === grade);
  return found === undefined ? null : { zh: found.nameZh, en: found.nameEn };
}

/** What the desk shows, for the farmer's eyes: names instead of ids, and nothing of a person but the name. An id nobody knows shows nothing. */
export function sheetFor(db: ReadHandle, shown: ShownOnDisplay, at: number): DisplaySheet {
  const { memberId, productId, grade, ...rest } = shown;
  const name = memberId === null ? undefined : memberByUlid.first(db, { ulid: memberId })?.name;
  const product = productId === null ? undefined : productByUlid.first(db, { ulid: productId });
  return {
    ...rest,
    who: name === undefined ? null : masksNames(db) ? maskedName(name) : name,
    product: product === undefined ? null : { zh: product.name_zh, en: product.name_en },
    grade: product === undefined || grade === null ? null : gradeOf(db, product.id, grade, at),
  };
}
