import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useLanguage, useText } from '../language/use-text.ts';
import { columnWidth, narrowest, type Column } from './column.ts';
import { shownRows } from './shown-rows.ts';
import { useTableMemory, type TableSort } from './table-memory.ts';
import { TableTools } from './TableTools.tsx';
import styles from './DataTable.module.css';

export interface DataTableProps<Row> {
  /** Under this name the table remembers its columns, sort and filter. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly chosenKey?: string | null;
  /** What stands there instead of an empty table; an `EmptyState`. */
  readonly empty?: ReactNode;
  /** Filters of the screen itself, beside the search box. */
  readonly tools?: ReactNode;
}

function nextSort(sort: TableSort | null, key: string): TableSort | null {
  if (sort?.key !== key) return { key, down: false };
  return sort.down ? null : { key, down: true };
}

function moveToRow(event: KeyboardEvent<HTMLTableRowElement>): void {
  const by = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
  if (by === null) return;
  const target = event.currentTarget[by];
  if (target instanceof HTMLElement && target.dataset['row'] !== undefined) target.focus();
  event.preventDefault();
}


/** A table for the office: sort, filter, chosen columns, totals that stand still, and any number of rows. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const t = useText('app');
  const language = useLanguage();
  const [memory, remember] = useTableMemory(props.name);
  const scroll = useRef<HTMLDivElement>(null);
  const hidden = memory.hidden ?? props.columns.filter((column) => column.hiddenAtFirst === true).map((column) => column.key);
  const columns = props.columns.filter((column) => !hidden.includes(column.key));
  const rows = useMemo(
    () => shownRows(props.rows, props.columns, memory.filter, memory.sort, language),
    [props.rows, props.columns, memory.filter, memory.sort, language],
  );
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => 40, overscan: 12, initialRect: { width: 800, height: 600 } });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const totals = columns.some((column) => column.total !== undefined);
  if (props.rows.length === 0 && props.empty !== undefined) return <>{props.tools}{props.empty}</>;
  return (
    <div className={styles['table']}>
      <TableTools
        columns={props.columns} hidden={hidden} onHidden={(keys) => remember({ hidden: keys })} filter={memory.filter} onFilter={(filter) => remember({ filter })}
        shown={rows.length} total={props.rows.length} searchable={props.columns.some((column) => column.searchText !== undefined)} tools={props.tools}
      />
      <div ref={scroll} className={styles['scroll']} tabIndex={0} role="group" aria-label={props.label}>
        <table className={styles['grid']} style={{ minWidth: `${narrowest(columns)}em` }} aria-label={props.label} aria-rowcount={rows.length}>
          <colgroup>{columns.map((column) => <col key={column.key} style={column.width === undefined ? undefined : { width: `${columnWidth(column)}em` }} />)}</colgroup>
          <thead>
            <tr>
              {columns.map((column) => {
                const sorted = memory.sort?.key === column.key ? memory.sort : null;
                return (
                  <th key={column.key} scope="col" data-figure={column.figure === true || undefined} aria-sort={sorted === null ? undefined : sorted.down ? 'descending' : 'ascending'}>
                    {column.sortBy === undefined ? column.title : (
                      <button type="button" className={styles['sort']} title={t(sorted === null ? 'table.sortUp' : 'table.sortDown')} onClick={() => remember({ sort: nextSort(memory.sort, column.key) })}>
                        {column.title}<span aria-hidden="true" className={styles['arrow']} data-on={sorted !== null || undefined}>{sorted?.down === true ? '▼' : '▲'}</span>
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {above > 0 ? <tr aria-hidden="true" style={{ height: above }}><td colSpan={columns.length} /></tr> : null}
            {items.map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              const key = props.rowKey(row);
              const open = props.onOpen;
              return (
                <tr
                  key={key} ref={virtual.measureElement} data-index={item.index} data-row={key} data-open={open !== undefined || undefined}
                  aria-selected={props.chosenKey === key || undefined} aria-rowindex={item.index + 1} tabIndex={open === undefined ? undefined : 0}
                  onClick={open === undefined ? undefined : () => open(row)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && open !== undefined) { event.preventDefault(); open(row); } else moveToRow(event);
                  }}
                >
                  {columns.map((column) => <td key={column.key} data-figure={column.figure === true || undefined}>{column.cell(row)}</td>)}
                </tr>
              );
            })}
            {below > 0 ? <tr aria-hidden="true" style={{ height: below }}><td colSpan={columns.length} /></tr> : null}
          </tbody>
          {totals ? (
            <tfoot>
              <tr>
                {columns.map((column, index) => {
                  const total = column.total?.(rows);
                  const open = column.onOpenTotal;
                  return (
                    <td key={column.key} data-figure={column.figure === true || undefined}>
                      {total === undefined ? (index === 0 ? t('table.total') : null)
                        : open === undefined ? total : <button type="button" className={styles['sum']} title={t('table.openSum')} onClick={() => open(rows)}>{total}</button>}
                    </td>
                  );
                })}
              </tr>
            </tfoot>
          ) : null}
        </table>
        {rows.length === 0 ? <p className={styles['none']}>{t('table.none')} <button type="button" className={styles['sum']} onClick={() => remember({ filter: '' })}>{t('table.clear')}</button></p> : null}
      </div>
    </div>
  );
}
