import { useState, type ReactElement } from 'react';
import type { LabelOrder } from '../../../electron/contract/printing.ts';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { LabelDialog } from './LabelDialog.tsx';

interface LotDialogProps {
  readonly lotCode: string;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** One label for every basket of a lot. */
export function CratesDialog({ lotCode, onClose, onDone }: LotDialogProps): ReactElement {
  const t = useText('labels');
  return <LabelDialog title={t('crates.title', { lot: lotCode })} go={t('crates.go')} order={{ kind: 'crate_label', lotCode }} onClose={onClose} onDone={onDone}><p data-begin tabIndex={-1}>{t('crates.text')}</p></LabelDialog>;
}

const phonePattern = /^[0-9+ -]{5,20}$/u;
const countPattern = /^([1-9]|[1-4]\d|50)$/u;

/** To whom goods of a lot go, typed by hand until there are orders. */
export function ParcelDialog({ lotCode, goods, onClose, onDone }: LotDialogProps & { readonly goods: string }): ReactElement {
  const t = useText('labels');
  const [receiverName, setReceiver] = useState('');
  const [receiverPhone, setPhone] = useState('');
  const [address, setAddress] = useState('');
  const [contents, setContents] = useState(goods);
  const [pieces, setPieces] = useState('1');
  const isWhole = [receiverName, address, contents].every((text) => text.trim() !== '') && phonePattern.test(receiverPhone) && countPattern.test(pieces);
  const order: LabelOrder | null = isWhole ? { kind: 'parcel_label', lotCode, receiverName: receiverName.trim(), receiverPhone, address: address.trim(), contents: contents.trim(), parcelCount: Number(pieces) } : null;
  return (
    <LabelDialog title={t('parcel.title', { lot: lotCode })} go={t('parcel.go')} order={order} onClose={onClose} onDone={onDone}>
      <TextField autoFocus label={t('parcel.receiver')} value={receiverName} maxLength={40} onChange={setReceiver} />
      <TextField label={t('parcel.phone')} hint={t('parcel.phoneHint')} value={receiverPhone} maxLength={20} onChange={setPhone} />
      <TextField label={t('parcel.address')} value={address} maxLength={120} onChange={setAddress} />
      <TextField label={t('parcel.contents')} value={contents} maxLength={60} onChange={setContents} />
      <NumPadField label={t('parcel.count')} value={pieces} onChange={setPieces} rules={{ decimals: 0, wholeDigits: 2 }} />
      {order === null ? <p>{t('parcel.missing')}</p> : null}
    </LabelDialog>
  );
}
