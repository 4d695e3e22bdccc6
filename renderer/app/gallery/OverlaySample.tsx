import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { ApprovalDialog } from '../../ui/approval/ApprovalDialog.tsx';
import { useLanguage, useText } from '../../ui/language/use-text.ts';
import { Dialog } from '../../ui/overlay/Dialog.tsx';
import { PaletteView } from '../../ui/palette/PaletteView.tsx';
import { samplePeople, sampleWords } from './sample.ts';

/** What stands in front of a screen. */
export function OverlaySample({ show }: { readonly show: 'approval' | 'palette' | 'dialog' }): ReactElement {
  const t = useText('app');
  const language = useLanguage();
  const words = sampleWords(language);
  const [text, setText] = useState('zs');
  const nothing = (): void => undefined;
  if (show === 'palette') {
    return (
      <PaletteView
        text={text} onText={setText} at={0} onPick={nothing} onClose={nothing}
        results={words.members.map((member, index) => ({ key: member, title: member, detail: words.groups[index % 4] ?? '', icon: 'person' as const }))}
      />
    );
  }
  if (show === 'dialog') {
    return <Dialog title={words.grade} onClose={nothing} actions={<ActionButton kind="main" layer="dialog" shortcut="Enter" onPress={nothing}>{t('action.save')}</ActionButton>}><Select aria-label={words.grade} style={{ width: '100%' }} defaultValue={words.grades[0] ?? ''} options={words.grades.map((name) => ({ value: name, label: name }))} /></Dialog>;
  }
  return <ApprovalDialog title={words.void} facts={words.facts} people={samplePeople(language).slice(2)} onCancel={nothing} onApprove={() => Promise.resolve({ ok: false, refusal: { code: 'approval_wrong_pin', params: {} } })} />;
}
