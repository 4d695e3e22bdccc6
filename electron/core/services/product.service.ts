import type { HandlersOf } from '../rpc/handler.ts';

type Own = 'product.list' | 'product.save' | 'container.list' | 'container.save' | 'price.board' | 'price.history' | 'price.publish';

export const productHandlers: HandlersOf<Own> = {} as HandlersOf<Own>;
