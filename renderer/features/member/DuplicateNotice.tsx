import type { ReactElement } from 'react';
import type { Failure } from '../../api/operation-types.ts';
import { call } from '../../api/station.ts';
import { ActionButton } from '../../ui/actions/ActionButton.tsx';
import { useText } from '../../ui/language/use-text.ts';
import { Actions } from '../../ui/layout/Card.tsx';
import { Notice } from '../../ui/notices/Notice.tsx';

type Refused = Extract<Failure, { readonly refusal: unknown }>;

export function isDuplicate(failure: Failure): failure is Refused {
  return 'refusal' in failure && failure.refusal.code === 'duplicate_likely';
}

export interface DuplicateNoticeProps {
  readonly failure: Refused;
  /** It is somebody else: save all the same. */
  readonly onOther: () => void;
  /** It is the one we know. */
  readonly onSame: (id: string) => void;
}

/** Asked once, and kindly: two people of one name live in many villages. */
export function DuplicateNotice({ failure, onOther, onSame }: DuplicateNoticeProps): ReactElement {
  const t = useText('member');
  const code = String(failure.refusal.params['code'] ?? '');
  const name = String(failure.refusal.params['name'] ?? '');
  const openSame = async (): Promise<void> => {
    const reply = await call('member.search', { text: code, limit: 8 });
    const same = reply.ok ? reply.data.rows.find((row) => row.code === code) : undefined;
    if (same !== undefined) onSame(same.id);
  };
  return (
    <Notice tone="wait" title={t('duplicate.title', { code, name })}>
      <p>{t('duplicate.text')}</p>
      <Actions>
        <ActionButton onPress={() => void openSame()}>{t('duplicate.same', { name })}</ActionButton>
        <ActionButton onPress={onOther}>{t('duplicate.other')}</ActionButton>
      </Actions>
    </Notice>
  );
}
