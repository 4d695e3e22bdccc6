import { useState, type ReactElement } from 'react';
import type { Container } from '../../../electron/contract/product.ts';
import { kilogramText, parseKilograms } from '../../../electron/domain/mass.ts';
import { parseYuan, yuanText } from '../../../electron/domain/money.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import styles from './product.module.css';

/** A container and its tare. Tickets keep the tare that counted when they were weighed. */
export function ContainerDialog({ container, onClose }: { readonly container: Container | null; readonly onClose: () => void }): ReactElement {
  const t = useText('product');
  const app = useText('app');
  const save = useCommandOp('container.save');
  const [nameZh, setNameZh] = useState(container?.nameZh ?? '');
  const [nameEn, setNameEn] = useState(container?.nameEn ?? '');
  const [tare, setTare] = useState(container === null ? '' : kilogramText(container.tareGrams));
  const [active, setActive] = useState(container?.active ?? true);
  const [returnable, setReturnable] = useState(container?.returnable ?? false);
  const [deposit, setDeposit] = useState(container === null || container.depositFen === 0 ? '' : yuanText(container.depositFen));
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const grams = parseKilograms(tare);
  const fen = !returnable || deposit.trim() === '' ? 0 : parseYuan(deposit);
  const send = async (): Promise<void> => {
    setStrict(true);
    if (nameZh.trim() === '' || nameEn.trim() === '' || grams === null || grams < 0 || fen === null || save.sending) return;
    const reply = await save.send({ ...(container === null ? {} : { id: container.id }), nameZh, nameEn, tareGrams: grams, active, returnable, depositFen: fen });
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t(container === null ? 'container.add' : 'container.change')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" disabled={save.sending} onPress={() => void send()}>{app('action.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <TextField label={t('product.nameZh')} maxLength={40} value={nameZh} refusal={strict && nameZh.trim() === '' ? t('missing.name') : null} onChange={setNameZh} />
        <TextField label={t('product.nameEn')} maxLength={40} value={nameEn} refusal={strict && nameEn.trim() === '' ? t('missing.name') : null} onChange={setNameEn} />
        <NumPadField
          label={t('container.tare')} hint={t('container.tareHint')} value={tare} rules={{ decimals: 3, wholeDigits: 3, ownUnits: [app('unit.kilogram'), 'kg'] }} unit={app('unit.kilogram')}
          refusal={strict && grams === null ? t('missing.tare') : null} onChange={setTare}
        />
        <label className={styles['check']}><input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} /> {t('container.active')}</label>
        <label className={styles['check']}><input type="checkbox" checked={returnable} onChange={(event) => setReturnable(event.target.checked)} /> {t('container.returnable')}</label>
        {returnable ? <NumPadField label={t('container.deposit')} hint={t('container.depositHint')} value={deposit} rules={{ decimals: 2, wholeDigits: 4 }} onChange={setDeposit} /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="container.save" />}
      </div>
    </Dialog>
  );
}
