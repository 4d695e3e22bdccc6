import { useState, type ReactElement } from 'react';
import type { Person } from '../../../../electron/contract/session.ts';
import { pinProblem } from '../../../../electron/domain/pin-rule.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useApproval } from '../../../app/approval/approval-context.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { PinField } from '../../../ui/fields/PinField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import styles from '../settings.module.css';

/** A new PIN, typed by the person themselves and agreed to by a second one. */
export function ResetPinDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }): ReactElement {
  const t = useText('settings');
  const app = useText('app');
  const reset = useCommandOp('user.resetPin');
  const ask = useApproval();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [strict, setStrict] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (): Promise<void> => {
    setStrict(true);
    if (pinProblem(pin) !== null || pin !== again) return;
    const reply = await ask({
      title: t('people.resetTitle', { name: person.name }), facts: [t('people.resetFact', { name: person.name })], permission: 'approve.system',
      run: (approval) => reset.send({ id: person.id, pin }, approval),
    });
    if (reply === null) return;
    if (reply.ok) onClose();
    else setFailure(reply);
  };
  return (
    <Dialog
      title={t('people.resetTitle', { name: person.name })} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" onPress={() => void send()}>{t('people.resetGo')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <p>{t('people.resetText', { name: person.name })}</p>
        <FormGrid>
          <PinField label={t('people.pin')} hint={t('people.pinHint')} value={pin} refusal={strict && pinProblem(pin) !== null ? t('missing.pin') : null} onChange={setPin} />
          <PinField label={t('people.again')} value={again} refusal={strict && pin !== again ? t('missing.pinsDiffer') : null} onChange={setAgain} />
        </FormGrid>
        {failure === null ? null : <RefusalNotice failure={failure} op="user.resetPin" />}
      </div>
    </Dialog>
  );
}
