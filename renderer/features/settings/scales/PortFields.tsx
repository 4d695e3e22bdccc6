import { AutoComplete } from 'antd';
import { useId, type ReactElement } from 'react';
import type { ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useText } from '../../../ui/language/use-text.ts';
import { devicePort } from './scale-draft.ts';

/** Serial lines and USB scales that are plugged in are offered; one that is not may be typed. */
export function PortFields({ port, onPort }: { readonly port: ScaleProfile['port']; readonly onPort: (port: ScaleProfile['port']) => void }): ReactElement | null {
  const t = useText('settings');
  const w = useText('scale-wizard');
  const id = useId();
  const found = useQueryOp('scale.ports', {}, { enabled: port.kind === 'serial' || port.kind === 'file', refreshMs: 2_000 });
  const ports = found.data?.ok === true ? found.data.data.rows.filter((each) => each.kind === port.kind) : [];
  const none = port.kind === 'file' ? w('port.noUsb') : t('scale.noPorts');
  const hint = ports.length === 0 ? none : t('scale.pathHint');
  switch (port.kind) {
    case 'serial':
    case 'file': return (
      <Field id={id} label={port.kind === 'serial' ? t('scale.path') : w('port.usb')} hint={hint}>
        <AutoComplete id={id} value={port.path} style={{ width: '100%' }} onChange={(path) => onPort(devicePort(port.kind, path, ports))} options={ports.map((each) => ({ value: each.path, label: each.maker === null ? each.path : `${each.path} · ${each.maker}` }))} />
      </Field>
    );
    case 'tcp': return (
      <>
        <TextField label={t('printer.host')} value={port.host} maxLength={200} onChange={(host) => onPort({ ...port, host })} />
        <NumPadField label={t('printer.portNumber')} value={port.port === 0 ? '' : String(port.port)} rules={{ decimals: 0, wholeDigits: 5 }} onChange={(_, meaning) => onPort({ ...port, port: Number(meaning ?? 0) })} />
      </>
    );
    case 'simulator': return null;
  }
}
