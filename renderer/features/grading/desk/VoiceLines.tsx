import type { ReactElement } from 'react';
import { businessDate } from '../../../../electron/domain/business-date.ts';
import type { SaidMeasure } from '../../../../electron/domain/machine-measures.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { Mark, type Tone } from '../../../ui/Mark.tsx';
import { shortDateTextOf, timeText } from '../../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { percentText } from '../../product/percent-text.ts';
import styles from '../../ticket/desk/desk.module.css';
import type { DeskView } from '../../ticket/desk/desk-model.ts';
import { measureText, nameIn } from '../../ticket/desk/desk-words.ts';
import { gradesOf } from '../../ticket/desk/model/desk-goods.ts';
import { measurables } from '../../ticket/desk/model/desk-grading.ts';
import type { Voices } from './use-voices.ts';

export interface VoiceLinesProps {
  readonly desk: DeskView;
  readonly voices: Voices | null;
  readonly doubt: string | null;
  /** The measures are done and the grade is chosen; until then an empty field is not yet another figure than the machine's. */
  readonly deciding: boolean;
}

/** Beside the scheme's proposal: the doubt about a measure, the machine, the blind sample and the local word. */
export function VoiceLines({ desk, voices, doubt, deciding }: VoiceLinesProps): ReactElement {
  const t = useText('grading');
  const ticket = useText('ticket');
  const language = useLanguage();
  const { state, preview, dispatch } = desk;
  const gradeName = (id: string): string => { const grade = gradesOf(preview.product).find((each) => each.id === id); return grade === undefined ? id : nameIn(grade, language); };
  const over = preview.overMachine.filter(({ attribute }) => deciding || (state.measures[attribute] ?? '') !== '');
  const said = ({ attribute, value }: SaidMeasure): string => {
    const known = measurables(preview.product).find((each) => each.attribute.id === attribute)?.attribute;
    return known === undefined ? `${attribute} ${value}` : `${nameIn(known, language)} ${measureText(known, value, desk.goods.day, language, ticket)}`;
  };
  const line = (tone: Tone, text: string, action: ReactElement | null = null): ReactElement => <p className={styles['said']} data-tone={tone} role="status"><Mark tone={tone} />{text}{action}</p>;
  const machine = voices?.machine ?? null;
  const sample = voices?.sample ?? null;
  const takeMeasures = (): void => { for (const { attribute, value } of machine?.measures ?? []) dispatch({ type: 'measured', attribute, value }); };
  const sure = machine?.confidenceBp ?? null;
  const words = machine === null ? '' : [t('desk.machine', { machine: machine.machine, grade: gradeName(machine.grade) }), ...(sure === null ? [] : [t('desk.sure', { percent: percentText(sure) })])].join(' · ');
  return (
    <>
      {doubt === null ? null : line('wait', doubt)}
      {machine?.otherDraft === true ? line('info', t('desk.machineOther', { day: shortDateTextOf(businessDate(machine.at), language), time: timeText(machine.at) })) : null}
      {machine === null ? null : line('info', words, machine.measures.length === 0 ? null : <ActionButton small onPress={takeMeasures}>{t('desk.takeMeasures')}</ActionButton>)}
      {over.length === 0 ? null : line('wait', t('desk.overMachine', { measures: over.map(said).join(ticket('desk.listComma')) }))}
      {sample?.otherDelivery === true ? line('wait', t('desk.blindOther', { code: sample.code, day: shortDateTextOf(sample.takenOn, language) })) : null}
      {sample === null ? null : sample.grade === null ? line('wait', t('desk.blindWaiting', { code: sample.code })) : line('good', t('desk.blindDecided', { code: sample.code, grade: gradeName(sample.grade) }))}
      {state.word === undefined ? null : line('info', t('desk.wordIs', { word: state.word }))}
    </>
  );
}
