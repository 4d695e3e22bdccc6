import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'member.list' | 'member.search' | 'member.groups' | 'member.get' | 'member.save' | 'member.quickAdd' | 'member.leave' | 'member.saveAccount' | 'member.reveal';

export const memberHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
