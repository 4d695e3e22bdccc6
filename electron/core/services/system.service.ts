import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'system.status' | 'system.verify' | 'system.head' | 'system.seal' | 'backup.list' | 'backup.create' | 'backup.verify' | 'countersign.list' | 'countersign.sign' | 'audit.list' | 'setting.get' | 'setting.save' | 'recovery.newCode';

export const systemHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
