import type { TicketLine } from '../../../../../electron/domain/ticket.ts';
import { useLanguage } from '../../../../ui/language/use-text.ts';
import { useScheduleWords } from '../../../contract/desk/schedule-words.ts';
import type { DeskView } from '../desk-model.ts';
import { nameIn } from '../desk-words.ts';
import { gradesOf } from '../model/desk-goods.ts';
import { lineOwners } from '../model/desk-lines.ts';

/** What a line is called: its grade, whose goods they are, and which part of a contract. */
export function useLineName(desk: DeskView): (line: TicketLine) => string {
  const language = useLanguage();
  const words = useScheduleWords();
  const grades = gradesOf(desk.preview.product);
  return (line) => {
    const grade = grades.find((candidate) => candidate.id === line.gradeId);
    return [grade === undefined ? line.gradeId : nameIn(grade, language), lineOwners(desk.state, line), words.part(line.quotaPart)].filter((part) => part !== null).join(' ');
  };
}
