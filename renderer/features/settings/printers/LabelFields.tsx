import { Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { PrinterProfile } from '../../../../electron/contract/printing.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { asksLabels, labelSizes, usualLabel, type LabelSettings } from './printer-draft.ts';
import styles from '../settings.module.css';

/** Millimetres between two labels, or the height of the mark. */
const gaps = [1, 2, 3, 4, 5] as const;

interface LabelFieldsProps {
  readonly printer: PrinterProfile;
  readonly onChange: (change: Partial<PrinterProfile>) => void;
}

function Choice<Value extends string | number>({ label, value, values, nameOf, onChange }: { readonly label: string; readonly value: Value; readonly values: readonly Value[]; readonly nameOf: (value: Value) => ReactNode; readonly onChange: (value: Value) => void }): ReactElement {
  return (
    <div className={styles['choice']}>
      <span className={styles['label']}>{label}</span>
      <Select<Value> aria-label={label} value={value} onChange={(chosen) => onChange(chosen)} options={values.map((one) => ({ value: one, label: nameOf(one) }))} />
    </div>
  );
}

/** The roll in a label printer and how it is burnt, in the words of who stands before it. */
export function LabelFields({ printer, onChange }: LabelFieldsProps): ReactElement {
  const t = useText('settings');
  const p = useText('printers');
  const label = printer.label ?? usualLabel;
  const set = (change: Partial<LabelSettings>): void => onChange({ label: { ...label, ...change } });
  return (
    <>
      <Choice label={t('printer.labelSize')} value={printer.widthMm} values={labelSizes.map(({ widthMm }) => widthMm)} nameOf={(widthMm) => t('printer.labelOf', { width: widthMm, height: labelSizes.find((size) => size.widthMm === widthMm)?.heightMm ?? 0 })} onChange={(widthMm) => onChange({ widthMm })} />
      <Choice label={t('printer.media')} value={label.media} values={['gap', 'mark', 'continuous'] as const} nameOf={(media) => t(`printer.medias.${media}`)} onChange={(media) => set({ media })} />
      {label.media === 'continuous' ? null : <Choice label={t('printer.gap')} value={label.gapMm ?? 2} values={gaps} nameOf={(gap) => t('printer.gapOf', { gap })} onChange={(gapMm) => set({ gapMm })} />}
      <Choice label={t('printer.dpi')} value={label.dpi ?? 203} values={[203, 300] as const} nameOf={(dpi) => t(`printer.dpis.${dpi}`)} onChange={(dpi) => set({ dpi })} />
      <Choice label={t('printer.darkness')} value={label.darkness} values={['light', 'usual', 'dark'] as const} nameOf={(darkness) => t(`printer.darknesses.${darkness}`)} onChange={(darkness) => set({ darkness })} />
      {asksLabels(printer.language) ? <label className={styles['check']}><input type="checkbox" checked={label.answers === true} onChange={(event) => set({ answers: event.target.checked })} /> {p('slip.answers')}</label> : null}
      <Choice label={t('printer.speed')} value={label.speed} values={['usual', 'slow'] as const} nameOf={(speed) => t(`printer.speeds.${speed}`)} onChange={(speed) => set({ speed })} />
    </>
  );
}
