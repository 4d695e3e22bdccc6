import { useState, type ReactElement } from 'react';
import type { PaperKind } from '../../../electron/contract/printing.ts';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { PaperPreview } from '../../ui/paper/PaperPreview.tsx';
import styles from './sheet.module.css';

/** Pixels per millimetre; a slip of 80 mm at a size that is read without bending forward. */
const paperScale = 4.4;

export interface SlipDialogProps {
  readonly documentId: string;
  readonly paper: Extract<PaperKind, 'voucher' | 'crate_slip'>;
  readonly title: string;
  /** Buttons for what else can be done with it. */
  readonly more?: ReactElement | null;
  readonly onClose: () => void;
}

/** The slip of a document as it came out, and one press for a copy. */
export function SlipDialog({ documentId, paper, title, more, onClose }: SlipDialogProps): ReactElement {
  const t = useText('sheet');
  const picture = useQueryOp('print.preview', { documentId, paper });
  const { send, sending } = useCommandOp('print.again');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [copied, setCopied] = useState<number | null>(null);
  const again = async (): Promise<void> => {
    const reply = await send({ documentId, paper });
    setFailure(reply.ok ? null : reply);
    setCopied(reply.ok ? reply.data.copyNo : null);
  };
  const shown = picture.data?.ok === true ? picture.data.data : null;
  return (
    <Dialog title={title} onClose={onClose} actions={<>{more}<ActionButton kind="main" layer="dialog" icon="printer" shortcut="F8" disabled={sending || shown === null} onPress={() => void again()}>{t('slip.print')}</ActionButton></>}>
      <div className={styles['slip']} role="region" tabIndex={0} aria-label={title}>
        {failure === null ? null : <RefusalNotice failure={failure} op="print.again" saved={t('slip.safe')} />}
        {copied === null ? null : <Notice tone="good" title={copied === 0 ? t('slip.original') : t('slip.copy', { number: copied })} />}
        {picture.data?.ok === false ? <RefusalNotice failure={picture.data} op="print.preview" saved={t('slip.safe')} /> : null}
        {shown === null ? null : (
          <>
            <PaperPreview picture={`data:image/png;base64,${shown.png}`} pictureText={title} widthMm={shown.widthMm} scale={paperScale} />
            {shown.substitutions.length === 0 ? null : <p>{t('screen.boxed', { list: shown.substitutions.join(' ') })}</p>}
          </>
        )}
      </div>
    </Dialog>
  );
}
