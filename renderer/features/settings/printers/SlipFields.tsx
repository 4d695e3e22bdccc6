import { Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { SlipOptions } from '../../../../electron/contract/printing.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { FormGrid } from '../../../ui/layout/Card.tsx';
import styles from '../settings.module.css';

const densities = ['-3', '0', '3', '6'] as const;
const drawers = ['none', 'pin2', 'pin5'] as const;

function Choice<Value extends string>({ label, value, values, words, onChange }: { readonly label: string; readonly value: Value; readonly values: readonly Value[]; readonly words: (value: Value) => ReactNode; readonly onChange: (value: Value) => void }): ReactElement {
  return (
    <div className={styles['choice']}>
      <span className={styles['label']}>{label}</span>
      <Select aria-label={label} value={value} onChange={onChange} options={values.map((each) => ({ value: each, label: words(each) }))} />
    </div>
  );
}

/** How a printer on a serial line tells the computer to wait. */
export function FlowField({ flow, onFlow }: { readonly flow: 'none' | 'hardware' | 'software'; readonly onFlow: (flow: 'none' | 'hardware' | 'software') => void }): ReactElement {
  const p = useText('printers');
  return <Choice label={p('slip.flow')} value={flow} values={['none', 'hardware', 'software']} words={(value) => p(`slip.flows.${value}`)} onChange={onFlow} />;
}

/** What only slip printers have: their characters, darkness, knife, drawer and tones. */
export function SlipFields({ slip, onSlip }: { readonly slip: SlipOptions; readonly onSlip: (slip: SlipOptions) => void }): ReactElement {
  const p = useText('printers');
  const set = (change: Partial<SlipOptions>): void => onSlip({ ...slip, ...change });
  const density = densities.find((each) => each === String(slip.density)) ?? '0';
  const drawer = slip.drawer === null ? 'none' : slip.drawer.pin === 2 ? 'pin2' : 'pin5';
  const check = (label: string, checked: boolean, onChange: (checked: boolean) => void): ReactElement => (
    <label className={styles['check']}><input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} /> {label}</label>
  );
  return (
    <>
      <FormGrid>
        <Choice label={p('slip.charset')} value={slip.charset} values={['gb2312', 'gbk', 'gb18030']} words={(value) => p(`slip.charsets.${value}`)} onChange={(charset) => set({ charset })} />
        <Choice label={p('slip.density')} value={density} values={densities} words={(value) => p(`slip.densities.${value}`)} onChange={(value) => set({ density: Number(value) })} />
        <Choice label={p('slip.cut')} value={slip.cut} values={['partial', 'full', 'none']} words={(value) => p(`slip.cuts.${value}`)} onChange={(cut) => set({ cut })} />
        <Choice label={p('slip.drawer')} value={drawer} values={drawers} words={(value) => p(`slip.drawers.${value}`)} onChange={(value) => set({ drawer: value === 'none' ? null : { pin: value === 'pin2' ? 2 : 5, onMs: 50, offMs: 500 } })} />
        <Choice label={p('slip.beeps')} value={String(slip.beeps)} values={['0', '1', '2', '3']} words={(value) => value} onChange={(value) => set({ beeps: Number(value) })} />
      </FormGrid>
      <div className={styles['checks']}>
        {check(p('slip.nativeBarcode'), slip.nativeBarcode, (nativeBarcode) => set({ nativeBarcode }))}
        {check(p('slip.answers'), slip.answers, (answers) => set({ answers }))}
      </div>
    </>
  );
}
