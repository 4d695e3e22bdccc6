import type { ReadHandle } from '../../../../db/connection.ts';
import { settingValue } from '../../../../db/queries/setting.queries.ts';
import { takenHome } from '../../../contract/slip-layout.ts';
import type { PaperRequest } from '../../devices/printer/paper-job.ts';
import { maskedName } from '../../documents/mask.ts';

const hidden = <Person extends { readonly name: string }>(person: Person): Person => ({ ...person, name: maskedName(person.name) });

function withHiddenNames(request: PaperRequest): PaperRequest {
  switch (request.kind) {
    case 'ticketReceipt': return { ...request, options: { ...request.options, maskName: true } };
    case 'returnSlip': return { ...request, data: { ...request.data, member: hidden(request.data.member) } };
    case 'crateSlip': return { ...request, data: { ...request.data, member: hidden(request.data.member) } };
    case 'queueSlip': return request.data.member === undefined ? request : { ...request, data: { ...request.data, member: hidden(request.data.member) } };
    case 'correctionSlip': {
      const figures = (side: 'before' | 'after') => ({ ...request.data[side], memberName: maskedName(request.data[side].memberName) });
      return { ...request, data: { ...request.data, member: hidden(request.data.member), before: figures('before'), after: figures('after') } };
    }
    default: return request;
  }
}

/** A slip that sellers take home, with of each name its first character only where the station chose so under `receipt.mask_name`; any other paper as it is. */
export function asNamesAreShown(db: ReadHandle, paper: string, request: PaperRequest): PaperRequest {
  const isMeant = (takenHome as ReadonlySet<string>).has(paper);
  return isMeant && settingValue.first(db, { key: 'receipt.mask_name' })?.value === 'true' ? withHiddenNames(request) : request;
}
