import { Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import type { PremiumRow, Product } from '../../../electron/contract/product.ts';
import { certificateKinds, type CertificateKind } from '../../../electron/domain/certified-premium.ts';
import { parsePricePerJin, parsePricePerKilogram } from '../../../electron/domain/price.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { FormGrid } from '../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { priceRules, saidPrice } from '../product/price-sheet.ts';
import styles from './contract.module.css';

type Typed = Readonly<Partial<Record<CertificateKind, string>>>;

/** The kinds whose premium was typed anew; null while one of them cannot be read. */
function changedPremiums(typed: Typed, product: Product, now: readonly PremiumRow[]): { readonly productId: string; readonly kind: CertificateKind; readonly premiumE4: number }[] | null {
  const changed = [];
  for (const kind of certificateKinds) {
    const text = typed[kind]?.trim() ?? '';
    if (text === '') continue;
    const premiumE4 = product.tradedUnit === 'jin' ? parsePricePerJin(text) : parsePricePerKilogram(text);
    if (premiumE4 === null) return null;
    if (premiumE4 !== (now.find((row) => row.productId === product.id && row.kind === kind)?.premiumE4 ?? 0)) changed.push({ productId: product.id, kind, premiumE4 });
  }
  return changed;
}

export interface PremiumDialogProps {
  readonly products: readonly Product[];
  readonly premiums: readonly PremiumRow[];
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** What certified goods of one product get on top, by kind of certificate; published as a price sheet is. */
export function PremiumDialog({ products, premiums, onClose, onDone }: PremiumDialogProps): ReactElement {
  const t = useText('contract');
  const language = useLanguage();
  const id = useId();
  const publish = useCommandOp('price.publish');
  const [productId, setProductId] = useState(products[0]?.id ?? '');
  const [typed, setTyped] = useState<Typed>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const product = products.find((row) => row.id === productId);
  const changed = product === undefined ? null : changedPremiums(typed, product, premiums);
  const ready = changed !== null && changed.length > 0 && !publish.sending;
  const now = (kind: CertificateKind): string => {
    const row = premiums.find((each) => each.productId === productId && each.kind === kind);
    return row === undefined || product === undefined ? '' : saidPrice(row.premiumE4, product.tradedUnit);
  };
  const go = async (): Promise<void> => {
    if (!ready) return;
    const reply = await publish.send({ rows: [], premiums: changed, note: null });
    setFailure(reply.ok ? null : reply);
    if (reply.ok) onDone(t('premium.done', { number: reply.data.number }));
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
            <NumPadField key={kind} label={t(`kind.${kind}`)} unit={t(product?.tradedUnit === 'jin' ? 'form.perJin' : 'form.perKilogram')} value={typed[kind] ?? now(kind)} onChange={(text) => setTyped({ ...typed, [kind]: text })} rules={priceRules} />
          ))}
        </FormGrid>
        {failure === null ? null : <RefusalNotice failure={failure} op="price.publish" />}
      </div>
    </Dialog>
  );
}
