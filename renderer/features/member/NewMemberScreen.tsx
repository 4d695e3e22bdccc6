import type { ReactElement } from 'react';
import { navigate } from '../../app/navigation.ts';
import { useText } from '../../ui/language/use-text.ts';
import { Page } from '../../ui/layout/Page.tsx';
import { emptyDraft } from './member-draft.ts';
import { MemberForm } from './MemberForm.tsx';

export default function NewMemberScreen(): ReactElement {
  const t = useText('member');
  return (
    <Page title={t('screens.new')} note={t('new.note')}>
      <MemberForm start={emptyDraft} known={null} onSaved={(id) => navigate(`/members/${id}`)} onCancel={() => navigate('/members')} />
    </Page>
  );
}
