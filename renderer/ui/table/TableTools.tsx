import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icons/Icon.tsx';
import { useText } from '../language/use-text.ts';
import { Popup } from '../overlay/Popup.tsx';
import styles from './DataTable.module.css';

export interface TableToolsProps {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly hidden: readonly string[];
  readonly onHidden: (keys: readonly string[]) => void;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly shown: number;
  readonly total: number;
  readonly searchable: boolean;
  readonly tools: ReactNode;
}

/** The line above a table: search, the screen's own filters, how many rows, which columns. */
export function TableTools(props: TableToolsProps): ReactElement {
  const t = useText('app');
  const toggle = (key: string): void =>
    props.onHidden(props.hidden.includes(key) ? props.hidden.filter((hidden) => hidden !== key) : [...props.hidden, key]);
  return (
    <div className={styles['tools']}>
      {props.searchable ? (
        <span className={styles['search']}>
          <Icon name="search" />
          <input data-keys="search" value={props.filter} placeholder={t('table.filter')} aria-label={t('table.filter')} onChange={(event) => props.onFilter(event.target.value)} />
        </span>
      ) : null}
      {props.tools}
      <span className={styles['count']} role="status">
        {props.shown === props.total ? t('table.rows', { shown: props.shown }) : t('table.rowsOf', { shown: props.shown, total: props.total })}
      </span>
      <Popup label={t('table.columns')} buttonClass={styles['columnsButton']} button={<><Icon name="columns" /> {t('table.columns')}</>}>
        <ul className={styles['columns']}>
          {props.columns.map((column) => (
            <li key={column.key}>
              <label><input type="checkbox" checked={!props.hidden.includes(column.key)} disabled={props.columns.length - props.hidden.length === 1 && !props.hidden.includes(column.key)} onChange={() => toggle(column.key)} /> {column.title}</label>
            </li>
          ))}
        </ul>
      </Popup>
    </div>
  );
}
