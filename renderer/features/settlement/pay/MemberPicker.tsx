import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { OutputOf } from '../../../../electron/contract/operations.ts';
import { useQueryOp } from '../../../api/use-operation.ts';
import { useText } from '../../../ui/language/use-text.ts';
import { Mark } from '../../../ui/Mark.tsx';

export type PickedMember = OutputOf<'member.search'>['rows'][number];

export interface MemberPickerProps {
  readonly value: string | null;
  readonly onChange: (memberId: string | null, member: PickedMember | null) => void;
  readonly autoFocus?: boolean;
  readonly width?: number | string;
}

/** Finds one member by code, name, nickname, group, pinyin, initials or phone. */
export function MemberPicker({ value, onChange, autoFocus = false, width = '100%' }: MemberPickerProps): ReactElement {
  const t = useText('settlement');
  const [text, setText] = useState('');
  // Never the list of the text before: whoever types fast and presses Enter would get another member of that name.
  const found = useQueryOp('member.search', { text, limit: 12 }, { enabled: text.trim() !== '' });
  const first = useQueryOp('member.list', { limit: 50 }, { enabled: text.trim() === '' });
  const chosen = useQueryOp('member.get', { id: value ?? '' }, { enabled: value !== null });
  const answer = text.trim() === '' ? first.data : found.data;
  const rows = answer?.ok === true ? answer.data.rows : [];
  const known = chosen.data?.ok === true && value !== null && !rows.some((row) => row.id === value) ? [chosen.data.data] : [];
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setText }} allowClear autoFocus={autoFocus} style={{ width }} value={value} aria-label={t('member.find')} placeholder={t('member.find')}
      onChange={(next: string | null | undefined) => { setText(''); onChange(next ?? null, rows.find((row) => row.id === next) ?? null); }} notFoundContent={found.isFetching ? <Mark tone="wait" /> : t('member.none')}
      options={[...known, ...rows].map((row) => ({ value: row.id, label: [row.name, row.houseGroup, row.code].filter((part) => part !== null).join(' · ') }))}
    />
  );
}
