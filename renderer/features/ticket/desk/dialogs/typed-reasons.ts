import { useText } from '../../../../ui/language/use-text.ts';

/** Why a weight is typed, numbered; the sentence is kept with the ticket for ever, as the clerk read it. */
export function useTypedReasons(): readonly string[] {
  const t = useText('ticket');
  return [t('desk.typed.reason.scaleDown'), t('desk.typed.reason.powerDown'), t('desk.typed.reason.paper'), t('desk.typed.reason.elsewhere'), t('desk.typed.reason.tooLarge')];
}

/** Why the grade is another than the proposed one. */
export function useGradeReasons(): readonly string[] {
  const t = useText('ticket');
  return [t('desk.grade.reason.byEye'), t('desk.grade.reason.better'), t('desk.grade.reason.worse'), t('desk.grade.reason.noDevice'), t('desk.grade.reason.agreed')];
}
