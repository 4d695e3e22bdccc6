import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { ScaleProfile } from '../../../../../electron/contract/scale-profile.ts';
import { useSession } from '../../../../app/session.ts';
import { useText } from '../../../../ui/language/use-text.ts';
import { FormGrid } from '../../../../ui/layout/Card.tsx';
import { Notice } from '../../../../ui/notices/Notice.tsx';
import { Labelled } from '../Labelled.tsx';
import { PortFields } from '../PortFields.tsx';
import { portKinds, portOf } from '../scale-draft.ts';

/** Where the scale is plugged in. */
export function PortStep({ port, onPort }: { readonly port: ScaleProfile['port']; readonly onPort: (port: ScaleProfile['port']) => void }): ReactElement {
  const t = useText('settings');
  const w = useText('scale-wizard');
  const { training } = useSession();
  return (
    <>
      <Notice tone="info" title={w('port.before')}><p>{w('port.beforeText')}</p></Notice>
      <FormGrid>
        <Labelled label={t('scale.connected')}>
          <Select aria-label={t('scale.connected')} value={port.kind} onChange={(kind) => onPort(portOf(kind, port))} options={portKinds.filter((kind) => training || kind !== 'simulator').map((value) => ({ value, label: t(`scale.port.${value}`) }))} />
        </Labelled>
        <PortFields port={port} onPort={onPort} />
      </FormGrid>
    </>
  );
}
