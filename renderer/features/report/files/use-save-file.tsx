import { useCallback, useState, type ReactElement } from 'react';
import type { SavedFileKind } from '../../../../electron/contract/file.ts';
import type { Failure } from '../../../api/operation-types.ts';
import { useCommandOp } from '../../../api/use-operation.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Mark } from '../../../ui/Mark.tsx';
import { RefusalNotice } from '../../../ui/notices/RefusalNotice.tsx';
import styles from '../parts/parts.module.css';
import { base64OfText, csvText } from './csv-text.ts';

export interface FileSaver {
  readonly save: (name: string, kind: SavedFileKind, base64: string) => Promise<void>;
  readonly saveTable: (name: string, head: readonly string[], rows: readonly (readonly string[])[]) => Promise<void>;
  readonly saving: boolean;
  /** Where the last file went, or why it did not. */
  readonly note: ReactElement | null;
}

/** Keeps a file where the person wants it; the screen shows `note` near the button. */
export function useSaveFile(): FileSaver {
  const t = useText('report');
  const { send, sending } = useCommandOp('file.save');
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = useCallback(async (name: string, kind: SavedFileKind, base64: string): Promise<void> => {
    const reply = await send({ name, kind, base64 });
    setFailure(reply.ok ? null : reply);
    setSavedTo(reply.ok ? reply.data.savedTo : null);
  }, [send]);
  const saveTable = useCallback((name: string, head: readonly string[], rows: readonly (readonly string[])[]) => save(name, 'csv', base64OfText(csvText(head, rows))), [save]);
  const note = failure !== null ? <RefusalNotice failure={failure} op="file.save" saved={t('file.nothingLost')} />
    : savedTo === null ? null : <p className={styles['kept']} role="status"><Mark tone="good" /> {t('file.savedTo', { path: savedTo })}</p>;
  return { save, saveTable, saving: sending, note };
}
