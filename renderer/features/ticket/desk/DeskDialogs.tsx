import type { ReactElement } from 'react';
import type { MemberRow } from '../../../../electron/contract/member.ts';
import type { QueueRow } from '../../../../electron/contract/queue.ts';
import type { UsualWeight } from '../../../../electron/domain/usual-weight.ts';
import type { DeskDialog, DeskView } from './desk-model.ts';
import { WordsDialog } from '../../grading/desk/WordsDialog.tsx';
import { KeysDialog } from './dialogs/KeysDialog.tsx';
import { OwnersDialog } from './dialogs/OwnersDialog.tsx';
import { QueueDialog } from './dialogs/QueueDialog.tsx';
import { ReasonDialog } from './dialogs/ReasonDialog.tsx';
import { SellerDialog } from './dialogs/SellerDialog.tsx';
import { SplitDialog } from './dialogs/SplitDialog.tsx';
import { TareDialog } from './dialogs/TareDialog.tsx';
import { TypedWeightDialog } from './dialogs/TypedWeightDialog.tsx';
import type { StoredDraft } from './draft/stored-drafts.ts';
import type { LiveScale } from './live/use-live-weight.ts';
import type { PostedTicket } from './use-posting.ts';
import { BasketsDialog } from './yard/BasketsDialog.tsx';
import { CratesDialog } from './yard/CratesDialog.tsx';
import { NumberDialog } from './yard/NumberDialog.tsx';
import { NumbersDialog } from './yard/NumbersDialog.tsx';
import { ReturnReasonDialog } from './yard/ReturnReasonDialog.tsx';
import { UnusualDialog } from './yard/UnusualDialog.tsx';
import { YardDialog } from './yard/YardDialog.tsx';
import { PayDialog } from '../../settlement/pay/PayDialog.tsx';

export interface DeskDialogsProps {
  readonly open: DeskDialog | null;
  readonly desk: DeskView;
  readonly live: LiveScale;
  readonly mayType: boolean;
  readonly sellerText: string;
  readonly waiting: readonly StoredDraft[];
  readonly posted: PostedTicket | null;
  readonly onPaid: () => void;
  readonly onSeller: (member: MemberRow) => void;
  readonly onResume: (draft: StoredDraft) => void;
  /** What the member usually brings, where this delivery is asked about. */
  readonly usual: UsualWeight | null;
  readonly onYard: (plate: string) => void;
  readonly onCalled: (row: QueueRow) => void;
  readonly onGive: () => void;
  readonly onReturnReason: (reason: string) => void;
  readonly onRight: () => void;
  readonly onClose: () => void;
}

/** The one thing that stands in front of the desk. */
export function DeskDialogs(props: DeskDialogsProps): ReactElement | null {
  const { open, desk, live, mayType, onClose } = props;
  const { dispatch } = desk;
  switch (open) {
    case null: return null;
    case 'seller': return <SellerDialog text={props.sellerText} onDone={props.onSeller} onClose={onClose} />;
    case 'owners': return <OwnersDialog desk={desk} onClose={onClose} />;
    case 'queue': return <QueueDialog drafts={props.waiting} goods={desk.goods} onResume={props.onResume} onClose={onClose} />;
    case 'pay': return props.posted === null ? null : <PayDialog ticketId={props.posted.id} name={props.posted.name} onClose={onClose} onPaid={props.onPaid} />;
    case 'yard': return <YardDialog desk={desk} onDone={props.onYard} onClose={onClose} />;
    case 'baskets': return <BasketsDialog desk={desk} onClose={onClose} />;
    case 'number': return <NumberDialog goods={desk.goods} onClose={onClose} />;
    case 'numbers': return <NumbersDialog onCalled={props.onCalled} onGive={props.onGive} onClose={onClose} />;
    case 'crates': return <CratesDialog desk={desk} onClose={onClose} />;
    case 'returnReason': return <ReturnReasonDialog desk={desk} onDone={props.onReturnReason} onClose={onClose} />;
    case 'unusual': return props.usual === null ? null : <UnusualDialog desk={desk} usual={props.usual} onRight={props.onRight} onClose={onClose} />;
    case 'words': return <WordsDialog desk={desk} onClose={onClose} />;
    case 'keys': return <KeysDialog onClose={onClose} />;
    case 'split': return <SplitDialog desk={desk} onClose={onClose} />;
    case 'tare': return <TareDialog desk={desk} live={live} mayType={mayType} onClose={onClose} onDone={(tare, scope) => { dispatch({ type: 'tareSet', tare, scope }); onClose(); }} />;
    case 'typed': return (
      <TypedWeightDialog
        traded={desk.preview.product?.tradedUnit ?? 'kg'} onClose={onClose}
        onDone={({ grams, reason, paperNo }) => { dispatch({ type: 'basketTaken', gross: { kind: 'typed', grams, reason }, paperNo }); onClose(); }}
      />
    );
    case 'reason': return <ReasonDialog preview={desk.preview} onClose={onClose} onDone={(reason) => { dispatch({ type: 'reasonGiven', reason }); dispatch({ type: 'advanced' }); onClose(); }} />;
  }
}
