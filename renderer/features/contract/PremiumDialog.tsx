import { Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { PremiumRow, Product } from '../../../electron/contract/product.ts';
import { certificateKinds, type CertificateKind } from '../../../electron/domain/certified-premium.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { useSession } from '../../app/session.ts';
import { useNow } from '../../app/use-now.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { momentText } from '../../ui/format/format-text.ts';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { priceRules, saidPrice } from '../product/price-sheet.ts';
import { ComingPremiums } from './ComingPremiums.tsx';
import styles from './contract.module.css';
import { changedPremiums, premiumAt, readStart, type PremiumStart, type TypedPremiums } from './premium-sheet.ts';
import { PremiumStartField } from './PremiumStartField.tsx';

export interface PremiumDialogProps {
  readonly products: readonly Product[];
  /** Those in force and those to come, in the order of their beginning. */
  readonly premiums: readonly PremiumRow[];
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** What certified goods of one product get on top, by kind of certificate; published as a price sheet is, from now or from a later moment. */
export function PremiumDialog({ products, premiums, onClose, onDone }: PremiumDialogProps): ReactElement {
  const t = useText('contract');
  const language = useLanguage();
  const id = useId();
  const { state } = useSession();
  const publish = useCommandOp('price.publish');
  const [productId, setProductId] = useState(products[0]?.id ?? '');
  const [typed, setTyped] = useState<TypedPremiums>({});
  const [start, setStart] = useState<PremiumStart>({ later: false, day: null, time: '' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const product = products.find((row) => row.id === productId);
  const now = useNow(1_000);
  const begins = readStart(start, now);
  const at = begins.state === 'later' ? begins.at : now;
  const changed = product === undefined ? null : changedPremiums(typed, product, premiums, at);
  const ready = changed !== null && changed.length > 0 && (begins.state === 'now' || begins.state === 'later') && !publish.sending;
  const inForce = (kind: CertificateKind): string => {
    const premiumE4 = premiumAt(premiums, productId, kind, at);
    return premiumE4 === 0 || product === undefined ? '' : saidPrice(premiumE4, product.tradedUnit);
  };
  const go = async (): Promise<void> => {
    if (!ready) return;
    const reply = await publish.send({ rows: [], premiums: changed, note: null, ...(begins.state === 'later' ? { effectiveFrom: begins.at } : {}) });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone(begins.state === 'later' ? t('premium.doneLater', { number: reply.data.number, moment: momentText(begins.at, language) }) : t('premium.done', { number: reply.data.number }));
  };
  return (
    <Dialog wide title={t('premium.title')} onClose={onClose} actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={!ready} onPress={() => void go()}>{t('premium.go')}</ActionButton>}>
      <div className={styles['form']}>
        <p className={styles['soft']}>{t('premium.text')}</p>
        <Field id={id} label={t('premium.product')}>
          <Select id={id} value={productId} style={{ width: '100%' }} onChange={(next: string) => { setProductId(next); setTyped({}); }} options={products.map((row) => ({ value: row.id, label: language === 'zh' ? row.nameZh : row.nameEn }))} />
        </Field>
        <FormGrid>
          {certificateKinds.map((kind) => (
            <NumPadField key={kind} label={t(`kind.${kind}`)} unit={t(product?.tradedUnit === 'jin' ? 'form.perJin' : 'form.perKilogram')} value={typed[kind] ?? inForce(kind)} onChange={(text) => setTyped({ ...typed, [kind]: text })} rules={priceRules} />
          ))}
        </FormGrid>
        <PremiumStartField start={start} read={begins} today={state.businessDate} onChange={setStart} />
        {product === undefined ? null : <ComingPremiums product={product} coming={premiums.filter((row) => row.productId === product.id && row.effectiveFrom > now)} />}
        {failure === null ? null : <RefusalNotice failure={failure} op="price.publish" />}
      </div>
    </Dialog>
  );
}
