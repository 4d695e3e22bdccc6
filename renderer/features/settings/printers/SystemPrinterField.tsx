import { Select } from 'antd';
import type { ReactElement } from 'react';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Notice } from '../../../ui/notices/Notice.tsx';
import styles from '../settings.module.css';

/** The printers of the operating system to choose from; the one chosen before stays in the list though it may be switched off. */
export function SystemPrinterField({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }): ReactElement {
  const p = useText('printers');
  const answer = useQueryOp('printer.system', {});
  const known = answer.data?.ok === true ? answer.data.data.printers : null;
  const options = (known ?? []).map((printer) => ({ value: printer.name, label: printer.isDefault ? p('system.usual', { name: printer.shownName }) : printer.shownName }));
  const shown = name === '' || options.some((option) => option.value === name) ? options : [...options, { value: name, label: name }];
  return (
    <div className={styles['choice']}>
      <span className={styles['label']}>{p('system.label')}</span>
      <Select aria-label={p('system.label')} value={name === '' ? null : name} placeholder={p('system.choose')} options={shown} onChange={(chosen) => onName(chosen)} />
      {answer.data === undefined || shown.length > 0 ? null : <Notice tone="wait" title={p(known === null ? 'system.noWindow' : 'system.none')} />}
    </div>
  );
}
