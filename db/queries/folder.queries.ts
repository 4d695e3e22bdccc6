import { command } from '../sql.ts';

/** Keeps the data key wrapped by the recovery code in the database, so that every backup opens with the code. */
export const keepRecoveryWrap = command<{ wrap: string }>()((k, slot) => k.updateTable('folder').set({ recovery_wrap: slot('wrap') }).where('id', '=', 1));
