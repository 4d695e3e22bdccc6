import { useState, type ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { useCommandOp, useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { PhotoView } from './PhotoView.tsx';
import styles from './photo.module.css';
import { takePicture } from './take-picture.ts';
import { useCamera } from './use-camera.ts';

export interface PhotoDialogProps {
  readonly draftId: string;
  readonly step: 'weigh' | 'grade';
  readonly onClose: () => void;
}

/** The camera's picture, Enter to take it, and what was taken of this delivery so far. */
export function PhotoDialog({ draftId, step, onClose }: PhotoDialogProps): ReactElement {
  const t = useText('photo');
  const { video, open } = useCamera();
  const take = useCommandOp('photo.take');
  const discard = useCommandOp('photo.discard');
  const list = useQueryOp('photo.list', { draftId });
  const [failure, setFailure] = useState<Failure | null>(null);
  const photos = list.data?.ok === true ? list.data.data.rows : [];
  const shoot = async (): Promise<void> => {
    const jpeg = video.current === null ? null : takePicture(video.current);
    if (jpeg === null) return;
    const reply = await take.send({ draftId, step, jpeg });
    setFailure(reply.ok ? null : reply);
  };
  return (
    <Dialog
      title={t('title')} onClose={onClose} wide actions={<>
        <ActionButton kind="main" icon="camera" layer="dialog" shortcut="Enter" disabled={open !== true || take.sending} onPress={() => void shoot()}>{t('shoot')}</ActionButton>
        <ActionButton layer="dialog" onPress={onClose}>{t('close')}</ActionButton>
      </>}
    >
      {open === false ? <Notice tone="wait" title={t('noCamera')} /> : <p>{t('camera')}</p>}
      {failure === null ? null : <RefusalNotice failure={failure} op="photo.take" />}
      <div className={styles['camera']} data-begin tabIndex={-1}>
        <video ref={video} className={styles['video']} autoPlay muted playsInline hidden={open === false} aria-label={t('camera')} />
        <div className={styles['taken']}>
          {photos.map((photo) => (
            <div key={photo.id}>
              <PhotoView photo={photo} />
              <ActionButton small layer="dialog" onPress={() => void discard.send({ id: photo.id })}>{t('discard')}</ActionButton>
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
