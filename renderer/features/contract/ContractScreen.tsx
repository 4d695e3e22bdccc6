import { useState, type ReactElement } from 'react';
import type { OutputOf } from '../../../electron/contract/operations.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import type { ScreenProps } from '../../app/area.ts';
import { goBack, navigate } from '../../app/navigation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DateWithWeekday, Moment } from '../../ui/format/DateWithWeekday.tsx';
import { Price } from '../../ui/format/Price.tsx';
import { Weight } from '../../ui/format/Weight.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card, Facts } from '../../ui/layout/Card.tsx';
import { Page } from '../../ui/layout/Page.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { PlainTable } from '../report/parts/PlainTable.tsx';
import styles from './contract.module.css';
import { ContractState, useGoodsWords } from './contract-words.tsx';
import { EndDialog } from './EndDialog.tsx';
import { QuotaBar } from './QuotaBar.tsx';
import { SignDialog } from './SignDialog.tsx';

type Detail = OutputOf<'contract.get'>;

function Agreed({ contract }: Pick<Detail, 'contract'>): ReactElement {
  const t = useText('contract');
  const goods = useGoodsWords();
  return (
    <Card title={t('detail.facts')}>
      <Facts items={[
        { label: t('screen.member'), value: <button type="button" className={styles['link']} onClick={() => navigate(`/members/${contract.memberId}`)}>{contract.memberName} {contract.memberCode}</button> },
        { label: t('screen.goods'), value: goods(contract) },
        { label: t('screen.window'), value: t('screen.fromTo', { from: contract.validFrom, to: contract.validTo }) },
        { label: t('screen.floor'), value: <Price priceE4={contract.floorE4} traded={contract.tradedUnit} />, strong: true },
        { label: t('detail.signedOn'), value: <DateWithWeekday date={contract.signedOn} /> },
        ...(contract.paperNo === null ? [] : [{ label: t('detail.paperNo'), value: contract.paperNo }]),
        ...(contract.note === null ? [] : [{ label: t('detail.note'), value: contract.note }]),
      ]} />
      <QuotaBar contract={contract} />
    </Card>
  );
}

function Versions({ versions }: Pick<Detail, 'versions'>): ReactElement {
  const t = useText('contract');
  return (
    <Card title={t('detail.versions')}>
      <ul className={styles['list']}>
        {versions.map((version) => (
          <li key={version.id}>
            <span><strong>{version.number}</strong><span className={styles['soft']}><Weight grams={version.quotaGrams} traded={version.tradedUnit} single /> · <Price priceE4={version.floorE4} traded={version.tradedUnit} single /> · {t('screen.fromTo', { from: version.validFrom, to: version.validTo })}</span></span>
            <span className={styles['soft']}>{version.by} <Moment at={version.at} /></span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Deliveries({ deliveries, contract }: Pick<Detail, 'deliveries' | 'contract'>): ReactElement {
  const t = useText('contract');
  return (
    <Card title={t('detail.deliveries')}>
      {deliveries.length === 0 ? <p className={styles['soft']}>{t('detail.none')}</p> : (
        <PlainTable
          label={t('detail.deliveries')} columns={[{ title: t('detail.day') }, { title: t('detail.ticket') }, { title: t('detail.part') }, { title: t('detail.grams'), figure: true }, { title: t('detail.price'), figure: true }]}
          rows={deliveries.map((row, index) => ({
            key: `${row.ticketId} ${String(index)}`,
            cells: [
              <DateWithWeekday key="day" date={row.businessDate} short />, <button key="ticket" type="button" className={styles['link']} onClick={() => navigate(`/tickets/${row.ticketId}`)}>{row.number}</button>,
              row.reversed ? t('detail.reversed') : t(row.inside ? 'part.inside' : 'part.beyond'), <Weight key="grams" grams={row.grams} traded={contract.tradedUnit} single />, <Price key="price" priceE4={row.priceE4} traded={contract.tradedUnit} single />,
            ],
          }))}
          foot={['', '', t('part.inside'), <Weight key="sum" grams={contract.deliveredGrams} traded={contract.tradedUnit} single />, '']}
        />
      )}
    </Card>
  );
}

function ContractPage({ detail }: { readonly detail: Detail }): ReactElement {
  const t = useText('contract');
  const { may } = useSession();
  const [doing, setDoing] = useState<'change' | 'end' | null>(null);
  const { contract, versions, deliveries } = detail;
  const [newest] = versions;
  const changes = may('contract.write') && contract.state !== 'ended' && newest?.id === contract.id;
  const toList = (): void => { setDoing(null); navigate('/contracts'); };
  return (
    <Page
      title={t('detail.title', { number: contract.number })} note={<ContractState state={contract.state} />}
      actions={<>
        <ActionButton icon="back" shortcut="Escape" onPress={goBack}>{t('screen.title')}</ActionButton>
        {changes ? <ActionButton onPress={() => setDoing('end')}>{t('detail.end')}</ActionButton> : null}
        {changes ? <ActionButton kind="main" shortcut="F2" onPress={() => setDoing('change')}>{t('detail.change')}</ActionButton> : null}
      </>}
    >
      {contract.endedReason === null ? null : <Notice tone="off" title={t('detail.endedBecause', { reason: contract.endedReason })} />}
      <div className={styles['columns']}>
        <div><Agreed contract={contract} /><Versions versions={versions} /></div>
        <Deliveries deliveries={deliveries} contract={contract} />
      </div>
      {doing === 'change' ? <SignDialog before={contract} memberId={contract.memberId} onClose={() => setDoing(null)} onDone={toList} /> : null}
      {doing === 'end' ? <EndDialog contract={contract} onClose={() => setDoing(null)} onDone={toList} /> : null}
    </Page>
  );
}

/** One contract: what was agreed, its versions, and every line that came under it. */
export default function ContractScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('contract');
  const answer = useQueryOp('contract.get', { id: params['id'] ?? '' });
  if (answer.data === undefined) return null;
  if (!answer.data.ok) return <Page title={t('screen.title')}><RefusalNotice failure={answer.data} op="contract.get" action={{ label: t('screen.title'), onPress: () => navigate('/contracts') }} /></Page>;
  return <ContractPage key={answer.data.data.contract.id} detail={answer.data.data} />;
}
