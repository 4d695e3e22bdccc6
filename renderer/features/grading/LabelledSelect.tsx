import { Select } from 'antd';
import type { ReactElement } from 'react';
import styles from './grading.module.css';

export interface LabelledSelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
}

/** One of a few values, with its label above. */
export function LabelledSelect({ label, value, options, onChange, disabled = false }: LabelledSelectProps): ReactElement {
  return (
    <div className={styles['choice']}>
      <span className={styles['label']}>{label}</span>
      <Select aria-label={label} value={value} disabled={disabled} onChange={onChange} options={[...options]} />
    </div>
  );
}
