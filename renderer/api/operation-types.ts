import type { Envelope, FaultBody, RefusalBody } from '../../electron/contract/envelope.ts';
import type { InputOf, OperationName, OutputOf, RefusalOf } from '../../electron/contract/operations.ts';

// Only types are taken from the contract: the schemas stay in core, and the window carries no validator.
export type { InputOf, OperationName, OutputOf, RefusalOf };

/** What comes back from one operation. */
export type ReplyOf<Name extends OperationName> = Envelope<OutputOf<Name>, RefusalOf<Name>>;

/** Why something did not happen: the business's no, or the world's failure. */
export type Failure = { readonly ok: false; readonly refusal: RefusalBody } | { readonly ok: false; readonly fault: FaultBody };
