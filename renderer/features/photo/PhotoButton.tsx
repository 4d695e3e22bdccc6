import { useState, type ReactElement } from 'react';
import { useQueryOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { PhotoDialog } from './PhotoDialog.tsx';

/** Opens the camera for the delivery on the desk; stands in the steps where goods can be seen, small beside them: a picture, a key, how many there are. */
export function PhotoButton({ draftId, step }: { readonly draftId: string; readonly step: 'weigh' | 'grade' }): ReactElement {
  const t = useText('photo');
  const [open, setOpen] = useState(false);
  const list = useQueryOp('photo.list', { draftId });
  const count = list.data?.ok === true ? list.data.data.rows.length : 0;
  const words = count === 0 ? t('take') : t('count', { count });
  return (
    <>
      <ActionButton small icon="camera" shortcut="F12" label={words} title={words} onPress={() => setOpen(true)}>{count === 0 ? null : count}</ActionButton>
      {open ? <PhotoDialog draftId={draftId} step={step} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
