import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'session.state' | 'session.signIn' | 'session.signOut' | 'session.prefer' | 'session.confirmDate' | 'session.correctClock' | 'session.echo' | 'user.list' | 'user.save' | 'user.resetPin';

export const sessionHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
