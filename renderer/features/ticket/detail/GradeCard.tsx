import type { ReactElement } from 'react';
import type { TicketDetail } from '../../../../electron/contract/ticket.ts';
import { yuanText } from '../../../../electron/domain/money.ts';
import { dateTextOf } from '../../../ui/format/format-text.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Price } from '../../../ui/format/Price.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import { TicketVoices } from '../../grading/TicketVoices.tsx';
import { StateWord } from '../../report/parts/StateWord.tsx';
import { LineTerms } from '../../contract/LineTerms.tsx';
import { daysAgoText } from '../desk/desk-words.ts';
import styles from './detail.module.css';
import { LineCuts } from './LineCuts.tsx';

type Line = TicketDetail['lines'][number];

/** A grade by its sign and its name, once where they are the same. */
const gradeWords = (sign: string, name: string): string => (sign === name ? sign : `${sign} ${name}`);

/** A deduction is named as what was measured for it. */
function factorName(ticket: TicketDetail, factor: string, language: string): string {
  const measure = ticket.measures.find(({ attribute }) => attribute === factor || attribute === `${factor}_pct`);
  if (measure === undefined) return factor;
  return language === 'zh' ? measure.nameZh : measure.nameEn;
}

/** What the measures proposed against what the grader decided, in words. */
function Decision({ line }: { readonly line: Line }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const decided = language === 'zh' ? line.gradeNameZh : line.gradeNameEn;
  if (line.overrideReason !== null && line.proposedGrade !== null && line.proposedGrade !== line.grade) {
    return <StateWord tone="wait">{t('detail.decision.overridden', { proposed: line.proposedGrade, decided, reason: line.overrideReason })}</StateWord>;
  }
  if (line.proposal === 'proposed') return <StateWord tone="good">{t('detail.decision.asProposed', { decided })}</StateWord>;
  const why = line.proposal === 'incomplete' ? t('detail.decision.incomplete') : line.proposal === 'set_aside' ? t('detail.decision.set_aside') : t('detail.decision.none');
  return <StateWord tone="info">{line.overrideReason === null ? why : `${why} ${t('detail.decision.reason', { reason: line.overrideReason })}`}</StateWord>;
}

/** Measures, proposal and decision, and the lines that were priced. */
export function GradeCard({ ticket }: { readonly ticket: TicketDetail }): ReactElement {
  const t = useText('ticket');
  const grading = useText('grading');
  const language = useLanguage();
  const schemeTitle = language === 'zh' ? ticket.schemeTitleZh : ticket.schemeTitleEn;
  const yesNo = (value: string): string => (value === 'true' ? t('detail.yes') : value === 'false' ? t('detail.no') : value);
  return (
    <Card title={t('detail.grade')} actions={schemeTitle === null ? null : <small className={styles['soft']}>{t('detail.scheme', { title: schemeTitle, number: ticket.schemeNumber })}</small>}>
      {ticket.measures.length === 0 ? <p className={styles['soft']}>{t('detail.noMeasures')}</p> : (
        <dl className={styles['measures']}>
          {ticket.measures.map((measure) => <div key={measure.attribute}><dt>{language === 'zh' ? measure.nameZh : measure.nameEn}</dt><dd>{measure.ageDays === null ? yesNo(measure.value) : `${dateTextOf(measure.value, language)} · ${daysAgoText(measure.ageDays, t)}`}{measure.unit === null || measure.unit === '' ? null : ` ${measure.unit}`}{measure.device === null ? null : <small> {grading('ticket.device', { device: measure.device })}</small>}{measure.implausible ? <small> <StateWord tone="wait">{grading('ticket.outside')}</StateWord></small> : null}</dd></div>)}
        </dl>
      )}
      <TicketVoices ticket={ticket} />
      <PlainTable
        label={t('detail.lines')}
        columns={[{ title: t('list.column.grades') }, { title: t('list.column.net'), figure: true }, { title: t('detail.deduction'), figure: true }, { title: t('list.column.settlement'), figure: true }, { title: t('detail.price'), figure: true }, { title: t('list.column.amount'), figure: true }, { title: t('detail.lot') }]}
        rows={ticket.lines.map((line) => ({
          key: String(line.lineNo),
          cells: [
            <span key="grade" className={styles['gradeName']}>{gradeWords(line.grade, language === 'zh' ? line.gradeNameZh : line.gradeNameEn)}</span>, <Weight key="net" grams={line.netGrams} single />, line.deductionBp === 0 ? '–' : `${yuanText(line.deductionBp)} %`,
            <Weight key="settlement" grams={line.settlementGrams} />, <Price key="price" priceE4={line.priceE4} single />, <Money key="fen" fen={line.amountFen} strong />, <span key="lot" className={styles['lot']}>{line.lotCode ?? '–'}</span>,
          ],
          more: (
            <div className={styles['decision']}>
              <LineTerms line={line} />
              <Decision line={line} />
              <span className={styles['soft']}>{t('detail.gradedBy', { name: line.gradedBy, sheet: line.priceSheet })}</span>
              <LineCuts line={line} nameOf={(factor) => factorName(ticket, factor, language)} />
            </div>
          ),
        }))}
      />
    </Card>
  );
}
