import { useState } from 'react';

export interface TableSort {
  readonly key: string;
  readonly down: boolean;
}

/** What a table remembers on this computer between visits. */
export interface TableMemory {
  readonly sort: TableSort | null;
  readonly filter: string;
  readonly hidden: readonly string[] | null;
}

const nothing: TableMemory = { sort: null, filter: '', hidden: null };

function isMemory(value: unknown): value is TableMemory {
  return typeof value === 'object' && value !== null && 'sort' in value && 'filter' in value && typeof value.filter === 'string' && 'hidden' in value
    && (value.hidden === null || Array.isArray(value.hidden));
}

function recall(name: string): TableMemory {
  const text = localStorage.getItem(`station.table.${name}`);
  if (text === null) return nothing;
  try {
    const value: unknown = JSON.parse(text);
    return isMemory(value) ? value : nothing;
  } catch (error) {
    // Text that somebody else wrote there is forgotten.
    if (error instanceof SyntaxError) return nothing;
    throw error;
  }
}

/** Sort, filter and columns of one table, remembered under its name. */
export function useTableMemory(name: string): readonly [TableMemory, (change: Partial<TableMemory>) => void] {
  const [memory, setMemory] = useState(() => recall(name));
  const change = (part: Partial<TableMemory>): void => {
    const next = { ...memory, ...part };
    localStorage.setItem(`station.table.${name}`, JSON.stringify(next));
    setMemory(next);
  };
  return [memory, change];
}
