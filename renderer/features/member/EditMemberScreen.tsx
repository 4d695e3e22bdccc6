import { useState, type ReactElement } from 'react';
import type { MemberDetail } from '../../../electron/contract/member.ts';
import { useQueryOp } from '../../api/use-operation.ts';
import type { ScreenProps } from '../../app/area.ts';
import { navigate } from '../../app/navigation.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { RefusalNotice } from '../../ui/notices/RefusalNotice.tsx';
import { draftOf } from './member-draft.ts';
import { MemberForm } from './MemberForm.tsx';

/** The form keeps the version it began with, so that a change made elsewhere meanwhile is refused instead of overwritten. */
function KnownMember({ member }: { readonly member: MemberDetail }): ReactElement {
  const t = useText('member');
  const [known] = useState(member);
  const back = (): void => navigate(`/members/${known.id}`);
  return (
    <Page title={t('edit.title', { name: known.name })} note={known.code}>
      <MemberForm start={draftOf(known)} known={known} onSaved={back} onCancel={back} />
    </Page>
  );
}

export default function EditMemberScreen({ params }: ScreenProps): ReactElement | null {
  const t = useText('member');
  const answer = useQueryOp('member.get', { id: params['id'] ?? '' });
  if (answer.data === undefined) return null;
  if (!answer.data.ok) return <Page title={t('screens.edit')}><RefusalNotice failure={answer.data} op="member.get" action={{ label: t('backToList'), onPress: () => navigate('/members') }} /></Page>;
  return <KnownMember member={answer.data.data} />;
}
