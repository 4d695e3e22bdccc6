import { useState, type ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { PaperPreview } from '../../ui/paper/PaperPreview.tsx';
import styles from './cash.module.css';

/** Pixels per millimetre; a slip of 80 mm at a size that is read without bending forward. */
const paperScale = 4.4;

/** The voucher of money that changed hands, as it came out, and one press for a copy; `more` are buttons for what else can be done with it. */
export function VoucherDialog({ documentId, number, more, onClose }: { readonly documentId: string; readonly number: string; readonly more?: ReactElement | null; readonly onClose: () => void }): ReactElement {
  const t = useText('cash');
  const picture = useQueryOp('print.preview', { documentId, paper: 'voucher' });
  const { send, sending } = useCommandOp('print.again');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [copied, setCopied] = useState<number | null>(null);
  const again = async (): Promise<void> => {
    const reply = await send({ documentId, paper: 'voucher' });
    setFailure(reply.ok ? null : reply);
    setCopied(reply.ok ? reply.data.copyNo : null);
  };
  const shown = picture.data?.ok === true ? picture.data.data : null;
  return (
    <Dialog title={t('voucher.title', { number })} onClose={onClose} actions={<>{more}<ActionButton kind="main" layer="dialog" icon="printer" shortcut="F8" disabled={sending || shown === null} onPress={() => void again()}>{t('voucher.print')}</ActionButton></>}>
      <div className={styles['form']}>
        {failure === null ? null : <RefusalNotice failure={failure} op="print.again" saved={t('voucher.safe')} />}
        {copied === null ? null : <Notice tone="good" title={copied === 0 ? t('voucher.original') : t('voucher.copy', { number: copied })} />}
        {picture.data?.ok === false ? <RefusalNotice failure={picture.data} op="print.preview" saved={t('voucher.safe')} /> : null}
        {shown === null ? null : (
          <>
            <PaperPreview picture={`data:image/png;base64,${shown.png}`} pictureText={t('voucher.title', { number })} widthMm={shown.widthMm} scale={paperScale} />
            {shown.substitutions.length === 0 ? null : <p>{t('voucher.substitutions', { list: shown.substitutions.join(' ') })}</p>}
          </>
        )}
      </div>
    </Dialog>
  );
}
