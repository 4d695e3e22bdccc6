import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'print.jobs' | 'print.again' | 'print.preview' | 'print.retry' | 'print.cancel' | 'print.resolve' | 'printer.list' | 'printer.configure' | 'printer.test';

export const printHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
