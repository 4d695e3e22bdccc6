import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useSession } from '../../../app/session.ts';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { PeriodChoice } from '../../report/parts/PeriodChoice.tsx';
import { MemberPicker } from '../../settlement/pay/MemberPicker.tsx';
import type { Only, TicketFilter } from './filter.ts';
import styles from './list.module.css';

/** What the list is narrowed by; all of it stands in the address. */
export function ListFilters({ filter, onChange }: { readonly filter: TicketFilter; readonly onChange: (change: Partial<TicketFilter>) => void }): ReactElement {
  const t = useText('ticket');
  const language = useLanguage();
  const { state } = useSession();
  const products = useQueryOp('product.list', {}, { staleMs: 60_000 });
  const productRows = products.data?.ok === true ? products.data.data.rows : [];
  return (
    <div className={styles['tools']} data-filters>
      <PeriodChoice today={state.businessDate} names={['today', 'tenDays', 'month']} value={filter} onChange={onChange} />
      <Select
        allowClear aria-label={t('list.column.product')} placeholder={t('list.filter.everyProduct')} style={{ width: 152 }} value={filter.productId} onChange={(id: string | undefined) => onChange({ productId: id ?? null })}
        options={productRows.map((product) => ({ value: product.id, label: language === 'zh' ? product.nameZh : product.nameEn }))} popupMatchSelectWidth={false}
      />
      <MemberPicker width={176} value={filter.memberId} onChange={(memberId) => onChange({ memberId })} />
      <Select
        allowClear aria-label={t('list.column.paid')} placeholder={t('list.filter.paidOrNot')} style={{ width: 128 }} value={filter.paid} onChange={(paid: 'no' | 'yes' | undefined) => onChange({ paid: paid ?? null })}
        options={[{ value: 'no', label: t('list.filter.unpaid') }, { value: 'yes', label: t('list.filter.paid') }]}
      />
      <Select
        allowClear aria-label={t('list.filter.only')} placeholder={t('list.filter.only')} style={{ width: 144 }} value={filter.only} onChange={(only: Only | undefined) => onChange({ only: only ?? null })}
        options={(['typed', 'overridden', 'paper', 'reversed'] as const).map((name) => ({ value: name, label: t(`list.filter.${name}`) }))}
      />
    </div>
  );
}
