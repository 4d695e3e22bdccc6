import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ScaleProfile } from '../../../../electron/contract/scale-profile.ts';
import { kilogramText, parseKilograms } from '../../../../electron/domain/mass.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useSession } from '../../../app/session.ts';
import { ActionButton } from '../../../ui/actions/ActionButton.tsx';
import { NumPadField } from '../../../ui/fields/NumPadField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useLanguage, useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import { Notice } from '../../../ui/notices/Notice.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import { Dialog } from '../../../ui/overlay/Dialog.tsx';
import { AskFields } from './AskFields.tsx';
import { Labelled } from './Labelled.tsx';
import { MoreFields } from './MoreFields.tsx';
import { PortFields } from './PortFields.tsx';
import { lineText, linesToChoose, portKinds, portOf, scaleHolds, usualOf, type Protocol } from './scale-draft.ts';
import { OptionFields } from './OptionFields.tsx';
import styles from '../settings.module.css';

export interface ScaleDialogProps {
  readonly start: ScaleProfile;
  readonly protocols: readonly Protocol[];
  readonly failure: Failure | null;
  readonly onSave: (scale: ScaleProfile) => void;
  readonly onClose: () => void;
}

/** One scale: where it is plugged in, what it speaks, and what it may carry. */
export function ScaleDialog({ start, protocols, failure, onSave, onClose }: ScaleDialogProps): ReactElement {
  const t = useText('settings');
  const app = useText('app');
  const language = useLanguage();
  const { training } = useSession();
  const [scale, setScale] = useState(start);
  const [capacity, setCapacity] = useState(start.capacityGrams === null ? '' : kilogramText(start.capacityGrams));
  const [interval, setIntervalText] = useState(start.intervalGrams === null ? '' : kilogramText(start.intervalGrams));
  const [minimum, setMinimum] = useState(start.minimumGrams === null ? '' : kilogramText(start.minimumGrams));
  const [strict, setStrict] = useState(false);
  const set = (change: Partial<ScaleProfile>): void => setScale({ ...scale, ...change });
  const protocol = protocols.find((candidate) => candidate.key === scale.protocol);
  const send = (): void => {
    setStrict(true);
    if (scaleHolds(scale)) onSave(scale);
  };
  const lines = linesToChoose(protocol?.lines ?? [], scale.line);
  return (
    <Dialog
      wide title={t('scale.dialog')} onClose={onClose}
      actions={<><ActionButton layer="dialog" onPress={onClose}>{app('action.cancel')}</ActionButton><ActionButton kind="main" layer="dialog" shortcut="Enter" onPress={send}>{app('action.save')}</ActionButton></>}
    >
      <div className={styles['stack']}>
        <FormGrid>
          <TextField label={t('scale.name')} hint={t('scale.nameHint')} value={scale.name} maxLength={40} refusal={strict && scale.name.trim() === '' ? t('missing.name') : null} onChange={(name) => set({ name })} />
          <Labelled label={t('scale.connected')}>
            <Select aria-label={t('scale.connected')} value={scale.port.kind} onChange={(kind) => set({ port: portOf(kind, scale.port) })} options={portKinds.filter((kind) => training || kind !== 'simulator').map((value) => ({ value, label: t(`scale.port.${value}`) }))} />
          </Labelled>
          <PortFields port={scale.port} onPort={(port) => set({ port })} />
          <Labelled wide label={t('scale.protocol')}>
            <Select aria-label={t('scale.protocol')} value={scale.protocol} onChange={(key) => set(usualOf(key, protocols))} options={protocols.map((each) => ({ value: each.key, label: each.title[language] }))} />
          </Labelled>
          {scale.port.kind === 'serial' ? (
            <Labelled label={t('scale.line')}>
              <Select
                aria-label={t('scale.line')} value={scale.line === null ? '' : lineText(scale.line)} onChange={(text) => set({ line: lines.find((line) => lineText(line) === text) ?? null })}
                showSearch options={[{ value: '', label: t('scale.usual') }, ...lines.map((line) => ({ value: lineText(line), label: lineText(line) }))]}
              />
            </Labelled>
          ) : null}
          <NumPadField
            label={t('scale.capacity')} hint={t('scale.capacityHint')} value={capacity} rules={{ decimals: 3, wholeDigits: 6, ownUnits: [app('unit.kilogram'), 'kg'] }} unit={app('unit.kilogram')}
            onChange={(typed, meaning) => { setCapacity(typed); set({ capacityGrams: meaning === null ? null : parseKilograms(meaning) }); }}
          />
          <NumPadField
            label={t('scale.interval')} hint={t('scale.intervalHint')} value={interval} rules={{ decimals: 3, wholeDigits: 3, ownUnits: [app('unit.kilogram'), 'kg'] }} unit={app('unit.kilogram')}
            onChange={(typed, meaning) => { setIntervalText(typed); set({ intervalGrams: meaning === null ? null : parseKilograms(meaning) || null }); }}
          />
          <NumPadField
            label={t('scale.minimum')} hint={t('scale.minimumHint')} value={minimum} rules={{ decimals: 3, wholeDigits: 4, ownUnits: [app('unit.kilogram'), 'kg'] }} unit={app('unit.kilogram')}
            onChange={(typed, meaning) => { setMinimum(typed); set({ minimumGrams: meaning === null ? null : parseKilograms(meaning) }); }}
          />
        </FormGrid>
        {protocol === undefined ? null : <OptionFields protocol={protocol} config={scale.config} linesFrom={{ kind: 'scale', scaleId: scale.id }} onConfig={(config) => set({ config })} />}
        {protocol === undefined ? null : <AskFields scale={scale} protocol={protocol} onScale={set} />}
        {protocol === undefined ? null : <MoreFields scale={scale} protocol={protocol} onScale={set} />}
        {protocol?.weakCheck === true ? <Notice tone="info" title={t('scale.weak')} /> : null}
        {strict && !scaleHolds(scale) ? <Notice tone="danger" title={t('missing.scale')} /> : null}
        {failure === null ? null : <RefusalNotice failure={failure} op="scale.configure" />}
      </div>
    </Dialog>
  );
}
