import { Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { ContractRow } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { DayField } from '../../ui/fields/DayField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { priceRules } from '../product/price-sheet.ts';
import { MemberPicker } from '../settlement/pay/MemberPicker.tsx';
import { gradesOf } from '../ticket/desk/model/desk-goods.ts';
import styles from './contract.module.css';
import { newSignDraft, signInput } from './sign-draft.ts';

export interface SignDialogProps {
  /** The version that is replaced; null signs a new contract. */
  readonly before: ContractRow | null;
  readonly memberId: string | null;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** What both sides sign. A contract is never edited: a change is a new version in the place of the old. */
export function SignDialog({ before, memberId, onClose, onDone }: SignDialogProps): ReactElement {
  const t = useText('contract');
  const language = useLanguage();
  const { state } = useSession();
  const [productField, gradeField] = [useId(), useId()];
  const { send, sending } = useCommandOp('contract.sign');
  const products = useQueryOp('product.list', {});
  const [draft, setDraft] = useState(() => newSignDraft(before, memberId, state.businessDate));
  const [failure, setFailure] = useState<Failure | null>(null);
  const bought = products.data?.ok === true ? products.data.data.rows.filter((row) => row.active || row.id === before?.productId) : [];
  const product = bought.find((row) => row.id === draft.productId) ?? null;
  const input = signInput(draft, product, before?.id ?? null);
  const set = (fields: Partial<typeof draft>): void => setDraft({ ...draft, ...fields });
  const name = (named: { readonly nameZh: string; readonly nameEn: string }): string => (language === 'zh' ? named.nameZh : named.nameEn);
  const go = async (): Promise<void> => {
    if (input === null || sending) return;
    const reply = await send(input);
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone(before === null ? t('done.signed', { number: reply.data.number }) : t('done.changed', { number: reply.data.number, before: before.number }));
  };
  return (
    <Dialog
      wide title={before === null ? t('form.sign') : t('form.change', { number: before.number })} onClose={onClose}
      actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={input === null || sending} onPress={() => void go()}>{t(before === null ? 'form.go' : 'form.changeGo')}</ActionButton>}
    >
      <div className={styles['form']}>
        {before === null ? null : <p className={styles['soft']}>{t('form.changeNote')}</p>}
        <FormGrid>
          {before === null ? <div className={styles['label']}>{t('form.member')}<MemberPicker value={draft.memberId} onChange={(picked) => set({ memberId: picked })} autoFocus={memberId === null} /></div> : null}
          {before === null ? (
            <Field id={productField} label={t('form.product')}>
              <Select id={productField} value={draft.productId} style={{ width: '100%' }} onChange={(productId: string) => set({ productId, grade: null })} options={bought.map((row) => ({ value: row.id, label: name(row) }))} />
            </Field>
          ) : null}
          <Field id={gradeField} label={t('form.grade')}>
            <Select
              id={gradeField} value={draft.grade ?? ''} style={{ width: '100%' }} disabled={product === null} onChange={(grade: string) => set({ grade: grade === '' ? null : grade })}
              options={[{ value: '', label: t('form.all') }, ...gradesOf(product).map((grade) => ({ value: grade.id, label: name(grade) }))]}
            />
          </Field>
          <NumPadField label={t('form.quota')} unit={t('form.kilogram')} value={draft.quota} onChange={(quota) => set({ quota })} rules={{ decimals: 3, wholeDigits: 6, ownUnits: [t('form.kilogram'), 'kg'] }} />
          <NumPadField label={t('form.floor')} hint={t('form.floorHint')} unit={t(product?.tradedUnit === 'jin' ? 'form.perJin' : 'form.perKilogram')} value={draft.floor} onChange={(floor) => set({ floor })} rules={priceRules} />
          <DayField label={t('form.from')} value={draft.validFrom} onChange={(validFrom) => set({ validFrom })} />
          <DayField label={t('form.to')} value={draft.validTo} onChange={(validTo) => set({ validTo })} />
          <DayField label={t('form.signedOn')} value={draft.signedOn} onChange={(signedOn) => set({ signedOn })} />
          <TextField label={t('form.paperNo')} hint={t('form.paperNoHint')} value={draft.paperNo} maxLength={40} onChange={(paperNo) => set({ paperNo })} />
          <TextField label={t('form.note')} value={draft.note} maxLength={200} onChange={(note) => set({ note })} />
        </FormGrid>
        {failure === null ? null : <RefusalNotice failure={failure} op="contract.sign" />}
      </div>
    </Dialog>
  );
}
