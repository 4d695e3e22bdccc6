import { useState, type ReactElement } from 'react';
import { useCommandOp } from '../../api/use-operation.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ChoiceList } from '../../ui/actions/ChoiceList.tsx';
import { NumPadField } from '../../ui/fields/NumPadField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Card } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { poleDraftOf, poleOf, type PoleDraft } from './pole-draft.ts';
import styles from './display.module.css';

/** Where the pole display is plugged in and what it can show. */
export function PoleCard({ stored, mayChange }: { readonly stored: unknown; readonly mayChange: boolean }): ReactElement {
  const t = useText('display');
  const [draft, setDraft] = useState(() => poleDraftOf(stored));
  const save = useCommandOp('display.configurePole');
  const set = (change: Partial<PoleDraft>): void => {
    setDraft({ ...draft, ...change });
    save.reset();
  };
  const pole = poleOf(draft);
  const send = (): void => {
    if (pole !== 'incomplete') void save.send({ pole });
  };
  return (
    <Card title={t('settings.pole')}>
      <div className={styles['form']}>
        <p>{t('settings.poleText')}</p>
        <ChoiceList digits={false} label={t('settings.pole')} chosen={draft.kind} onChoose={(kind) => set({ kind })} choices={(['none', 'serial', 'tcp'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))} />
        {draft.kind === 'serial' ? (
          <>
            <TextField label={t('settings.path')} value={draft.path} maxLength={200} onChange={(path) => set({ path })} />
            <NumPadField label={t('settings.baudRate')} value={draft.baudRate} rules={{ decimals: 0, wholeDigits: 6 }} onChange={(baudRate) => set({ baudRate })} />
          </>
        ) : null}
        {draft.kind === 'tcp' ? (
          <>
            <TextField label={t('settings.host')} value={draft.host} maxLength={200} onChange={(host) => set({ host })} />
            <NumPadField label={t('settings.portNumber')} value={draft.port} rules={{ decimals: 0, wholeDigits: 5 }} onChange={(port) => set({ port })} />
          </>
        ) : null}
        {draft.kind === 'none' ? null : (
          <ChoiceList digits={false} label={t('settings.letters')} chosen={draft.charset} onChoose={(charset) => set({ charset })} choices={[{ value: 'ascii', label: t('settings.latin') }, { value: 'gb18030', label: t('settings.chinese') }]} />
        )}
        {save.reply?.ok === false ? <RefusalNotice failure={save.reply} op="display.configurePole" /> : null}
        {save.reply?.ok === true ? <Notice tone="good" title={t('settings.saved')} /> : null}
        <ActionButton kind="main" disabled={!mayChange || pole === 'incomplete' || save.sending} onPress={send}>{t('settings.save')}</ActionButton>
      </div>
    </Card>
  );
}
