import type { ReactElement } from 'react';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import styles from './deduction.module.css';
import { addedRow, withRow, type RowDraft, type TermDraft } from './terms-draft.ts';

export interface RowsTableProps { readonly draft: TermDraft; readonly name: string; readonly disabled: boolean; readonly onRows: (rows: RowDraft[]) => void }

/** The rows of one table: from where, in which steps, and what each takes. */
export function RowsTable({ draft, name, disabled, onRows }: RowsTableProps): ReactElement {
  const t = useText('deduction');
  const stepped = draft.method === 'step_table';
  const takesHead = t(`edit.takes.${draft.acts}`);
  const input = (label: string, value: string, index: number, onText: (text: string) => void, fixed = false): ReactElement =>
    <input type="text" inputMode="decimal" data-keys="number" aria-label={t('edit.cell', { name, number: index + 1, what: label })} value={value} disabled={disabled || fixed} maxLength={12} onChange={(event) => onText(event.target.value)} />;
  return (
    <>
      <table className={styles['rows']}>
        <thead><tr><th scope="col">{t(stepped ? 'edit.over' : 'edit.at')}</th>{stepped ? <th scope="col">{t('edit.step')}</th> : null}<th scope="col">{takesHead}</th><td /></tr></thead>
        <tbody>
          {draft.rows.map((row, index) => (
            <tr key={row.key}>
              <td>{input(t(stepped ? 'edit.over' : 'edit.at'), stepped && index === 0 ? draft.basePct : row.atPct, index, (atPct) => onRows(withRow(draft, index, { atPct })), stepped && index === 0)}</td>
              {stepped ? <td>{input(t('edit.step'), row.stepPct, index, (stepPct) => onRows(withRow(draft, index, { stepPct })))}</td> : null}
              <td>{input(takesHead, row.takes, index, (takes) => onRows(withRow(draft, index, { takes })))}</td>
              <td>{disabled || draft.rows.length === 1 ? null : <ActionButton small kind="quiet" icon="close" label={t('edit.removeRow', { name, number: index + 1 })} onPress={() => onRows(draft.rows.toSpliced(index, 1))}>{null}</ActionButton>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {disabled ? null : <ActionButton small onPress={() => onRows(addedRow(draft))}>{t(stepped ? 'edit.addStretch' : 'edit.addNode')}</ActionButton>}
    </>
  );
}
