import type { PaperRequest } from '../devices/printer/paper-job.ts';
import { paperText } from './paper-text.ts';

/** What a scanner reads from the code of a paper that does not exist yet; as long as the real one, so that the paper is as long too. */
const emptyCode = (code: string): string => 'not posted yet '.repeat(Math.ceil(code.length / 15)).slice(0, code.length);

/** A weigh slip before its ticket is posted: number, check and code say that they come with posting, and nothing on it can be taken for a posted one. */
export function notPosted(request: PaperRequest): PaperRequest {
  if (request.kind !== 'ticketReceipt') throw new Error(`${request.kind} is not shown ahead of posting`);
  const { data } = request;
  return { ...request, data: { ...data, number: paperText(request.locale)('notPosted'), chainHead: null, qrText: emptyCode(data.qrText) } };
}
