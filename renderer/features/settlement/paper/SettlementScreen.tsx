import { useState, type ReactElement } from 'react';
import { jinText, sumGrams } from '../../../../electron/domain/mass.ts';
import { sumFen } from '../../../../electron/domain/money.ts';
import type { OutputOf } from '../../../api/operation-types.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import type { ScreenProps } from '../../../app/area.ts';
import { goBack, navigate } from '../../../app/navigation.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { DateWithWeekday } from '../../../ui/format/DateWithWeekday.tsx';
import { grouped, moneyText } from '../../../ui/format/format-text.ts';
import { Money } from '../../../ui/format/Money.tsx';
import { Price } from '../../../ui/format/Price.tsx';
import { Weight } from '../../../ui/format/Weight.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { Card } from '../../../ui/layout/Card.tsx';
import { Page } from '../../../ui/layout/Page.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Figures } from '../../report/parts/Figures.tsx';
import { PlainTable } from '../../report/parts/PlainTable.tsx';
import { PayoutSheets } from '../batch/PayoutSheets.tsx';
import { PaidOut } from '../pay/QuoteFacts.tsx';
import styles from '../settlement.module.css';
import { MoneyBack } from './MoneyBack.tsx';
import { Statement } from './Statement.tsx';

type Settlement = OutputOf<'settlement.get'>;

/** What the settlement says to the person it belongs to, as one would read it out. */
function usePlainSentence(settlement: Settlement): string {
  const t = useText('settlement');
  const grams = sumGrams(settlement.lines.map((line) => line.settlementGrams));
  const parts = [t('paper.said.brought', { name: settlement.payeeName, tickets: settlement.tickets, grams, gross: moneyText(settlement.grossFen) })];
  if (settlement.recoveredFen > 0) parts.push(t('paper.said.taken', { taken: moneyText(settlement.recoveredFen), left: moneyText(sumFen(settlement.recoveries.map((row) => row.leftFen))) }));
  if (settlement.released) parts.push(t('paper.said.released', { paid: moneyText(settlement.paidFen), number: settlement.payoutNumber ?? '' }));
  else parts.push(t(settlement.payoutNumber === null ? `paper.said.due.${settlement.channel}` : `paper.said.paid.${settlement.paidBy ?? settlement.channel}`, { paid: moneyText(settlement.paidFen) }));
  return parts.join('');
}

function Lines({ settlement }: { readonly settlement: Settlement }): ReactElement {
  const t = useText('settlement');
  const language = useLanguage();
  return (
    <Card title={t('paper.lines')}>
      <PlainTable
        label={t('paper.lines')}
        columns={[{ title: t('column.ticket') }, { title: t('column.day') }, { title: t('column.product') }, { title: t('column.grade') }, { title: t('column.settlementWeight'), figure: true }, { title: t('column.jin'), figure: true }, { title: t('column.price'), figure: true }, { title: t('column.gross'), figure: true }]}
        rows={settlement.lines.map((line, index) => ({
          key: `${line.ticketNumber}-${index}`,
          cells: [
            line.kind === 'released' ? line.ticketNumber : <button key="ticket" type="button" className={styles['link']} onClick={() => navigate(`/tickets/${line.ticketId}`)}>{line.ticketNumber}</button>, <DateWithWeekday key="day" date={line.businessDate} short />,
            <span key="product" className={styles['product']}>{language === 'zh' ? line.productNameZh : line.productNameEn}</span>, line.kind === 'correction' ? `${line.grade} ${t('paper.correction')}` : line.kind === 'released' ? t('paper.released') : line.grade, <Weight key="kg" grams={line.settlementGrams} single />, grouped(jinText(line.settlementGrams)),
            line.priceE4 === null ? '–' : <Price key="price" priceE4={line.priceE4} single />, <Money key="fen" fen={line.amountFen} />,
          ],
        }))}
        foot={[t('column.total'), '', '', '', <Weight key="kg" grams={sumGrams(settlement.lines.map((line) => line.settlementGrams))} single />, grouped(jinText(sumGrams(settlement.lines.map((line) => line.settlementGrams)))), '', <Money key="fen" fen={settlement.grossFen} />]}
      />
    </Card>
  );
}

function SettlementPage({ settlement }: { readonly settlement: Settlement }): ReactElement {
  const t = useText('settlement');
  const sentence = usePlainSentence(settlement);
  const [back, setBack] = useState<string | null>(null);
  return (
    <Page
      title={settlement.number ?? t('batch.notNumbered')} note={<>{settlement.payeeName} {settlement.memberCode} · {t(`partyKind.${settlement.partyKind}`)}</>}
      actions={<>
        <ActionButton icon="back" shortcut="Escape" onPress={goBack}>{t('paper.back')}</ActionButton>
        <MoneyBack settlement={settlement} onDone={setBack} />
        <ActionButton icon="settlement" onPress={() => navigate(`/settlement/batches/${settlement.batchId}`)}>{t('paper.toBatch', { number: settlement.batchNumber })}</ActionButton>
      </>}
    >
      {back === null ? null : <Notice tone="good" title={back} />}
      <p className={styles['sentence']}>{sentence}</p>
      <Figures label={t('paper.figures')} items={[
        { label: t('column.tickets'), value: settlement.tickets }, { label: t('column.gross'), value: <Money fen={settlement.grossFen} /> },
        { label: t('column.recovered'), value: <Money fen={settlement.recoveredFen} /> },
        { label: t('column.paid'), value: <Money fen={settlement.paidFen} />, note: settlement.payoutNumber === null ? t('paper.notPaid') : settlement.released ? t('release.short', { number: settlement.payoutNumber }) : `${t(`channel.${settlement.paidBy ?? settlement.channel}`)} ${settlement.payoutNumber}` },
      ]}
      />
      <div className={styles['columns']}>
        <Lines settlement={settlement} />
        <div className={styles['stack']}>
          <Card title={t('quote.recoveries')}>
            {settlement.recoveries.length === 0 ? <p className={styles['soft']}>{t('quote.noRecoveries')}</p> : (
              <PlainTable
                label={t('quote.recoveries')} columns={[{ title: t('column.number') }, { title: t('column.taken'), figure: true }, { title: t('column.left'), figure: true }]}
                rows={settlement.recoveries.map((row) => ({ key: row.number, cells: [`${t(`debtKind.${row.kind}`)} ${row.number}`, <Money key="fen" fen={-row.amountFen} />, <Money key="left" fen={row.leftFen} />] }))}
                foot={[t('column.total'), <Money key="fen" fen={-settlement.recoveredFen} />, <Money key="left" fen={sumFen(settlement.recoveries.map((row) => row.leftFen))} />]}
              />
            )}
          </Card>
          <PaidOut fen={settlement.paidFen} label={t('quote.paid')} />
          <Statement settlement={settlement} />
          <PayoutSheets rows={[settlement]} />
        </div>
      </div>
    </Page>
  );
}

/** One settlement: what was delivered, what was taken back, what was handed over, and the papers of it. */
export default function SettlementScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('settlement');
  const settlement = useQueryOp('settlement.get', { id: params['id'] ?? '' });
  if (settlement.data === undefined) return null;
  if (!settlement.data.ok) return <Page title={t('paper.title')}><RefusalNotice failure={settlement.data} op="settlement.get" action={{ label: t('batch.toList'), onPress: () => navigate('/settlement/batches') }} /></Page>;
  return <SettlementPage settlement={settlement.data.data} />;
}
