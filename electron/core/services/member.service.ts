import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change, changeAfter } from '../rpc/handler.ts';
import { revealMember, saveAccount } from './member/accounts.ts';
import { listGroups, listMembers, memberDetail, searchMembers } from './member/look-up.ts';
import { loadNameSounds } from './member/name-sounds.ts';
import { leaveMember, quickAddMember, saveMember } from './member/save.ts';

type Own = 'member.list' | 'member.search' | 'member.groups' | 'member.get' | 'member.save' | 'member.quickAdd' | 'member.leave' | 'member.saveAccount' | 'member.reveal';

/** The people who bring produce, how they are found, and how they are paid. */
export const memberHandlers = {
  'member.list': ask(listMembers),
  'member.search': ask(searchMembers),
  'member.groups': ask(listGroups),
  'member.get': ask((context, { id }) => memberDetail(context, id)),
  'member.save': changeAfter(loadNameSounds, saveMember),
  'member.quickAdd': changeAfter(loadNameSounds, quickAddMember),
  'member.leave': change(leaveMember),
  'member.saveAccount': change(saveAccount),
  'member.reveal': change(revealMember, { once: false }),
} satisfies HandlersOf<Own>;
