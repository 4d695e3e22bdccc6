import type { TicketLine } from '../../../../../electron/domain/ticket.ts';
import { useLanguage } from '../../../../ui/language/use-text.ts';
import { useScheduleWords } from '../../../contract/desk/schedule-words.ts';
import type { DeskView } from '../desk-model.ts';
import { nameIn } from '../desk-words.ts';
import { gradesOf } from '../model/desk-goods.ts';

/** A line by its sorted part, its owners and its part of a contract: no two lines of a ticket share all of them. */
export const lineKey = (line: TicketLine): string => `${line.index} ${line.quotaPart} ${line.terms?.contract?.contractId ?? ''} ${line.payables.map((part) => part.ownerId).join('+')}`;

/** Names of the owners a line belongs to; null where it is everybody's. */
export function lineOwners({ state }: DeskView, line: TicketLine): string | null {
  if (line.payables.length === state.owners.length) return null;
  return state.owners.filter((owner) => line.payables.some((part) => part.ownerId === owner.memberId)).map((owner) => owner.name).join(' ');
}

/** What a line is called: its grade, whose goods they are, and which part of a contract. */
export function useLineName(desk: DeskView): (line: TicketLine) => string {
  const language = useLanguage();
  const words = useScheduleWords();
  const grades = gradesOf(desk.preview.product);
  return (line) => {
    const grade = grades.find((candidate) => candidate.id === line.gradeId);
    return [grade === undefined ? line.gradeId : nameIn(grade, language), lineOwners(desk, line), words.part(line.quotaPart)].filter((part) => part !== null).join(' ');
  };
}
