import { AutoComplete } from 'antd';
import { useId, type ReactElement } from 'react';
import type { ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { serialPort } from './scale-draft.ts';

/** Ports that are plugged in are offered; one that is not may be typed. */
export function PortFields({ port, onPort }: { readonly port: ScaleProfile['port']; readonly onPort: (port: ScaleProfile['port']) => void }): ReactElement | null {
  const t = useText('settings');
  const w = useText('scale-wizard');
  const id = useId();
  const found = useQueryOp('scale.ports', {}, { enabled: port.kind === 'serial', refreshMs: 2_000 });
  const ports = found.data?.ok === true ? found.data.data.rows : [];
  switch (port.kind) {
    case 'serial': return (
      <Field id={id} label={t('scale.path')} hint={t(ports.length === 0 ? 'scale.noPorts' : 'scale.pathHint')}>
        <AutoComplete id={id} value={port.path} style={{ width: '100%' }} onChange={(path) => onPort(serialPort(path, ports))} options={ports.map((each) => ({ value: each.path, label: each.maker === null ? each.path : `${each.path} · ${each.maker}` }))} />
      </Field>
    );
    case 'tcp': return (
      <>
        <TextField label={t('printer.host')} value={port.host} maxLength={200} onChange={(host) => onPort({ ...port, host })} />
        <NumPadField label={t('printer.portNumber')} value={port.port === 0 ? '' : String(port.port)} rules={{ decimals: 0, wholeDigits: 5 }} onChange={(_, meaning) => onPort({ ...port, port: Number(meaning ?? 0) })} />
      </>
    );
    case 'file': return <TextField label={w('port.file')} hint={w('port.fileHint')} value={port.path} maxLength={200} onChange={(path) => onPort({ ...port, path })} />;
    case 'simulator': return null;
  }
}
