import { call } from '../../api/station.ts';
import type { Area } from '../../app/area.ts';

export const area: Area = {
  name: 'member',
  screens: [
    { path: '/members', section: 'members', icon: 'members', tab: 1, permission: 'member.read', title: (t) => t('screens.list', { ns: 'member' }), load: () => import('./MemberListScreen.tsx') },
    { path: '/members/new', section: 'members', icon: 'person', permission: 'member.write', title: (t) => t('screens.new', { ns: 'member' }), load: () => import('./NewMemberScreen.tsx') },
    { path: '/members/:id', section: 'members', icon: 'person', permission: 'member.read', title: (t) => t('screens.member', { ns: 'member' }), load: () => import('./MemberScreen.tsx') },
    { path: '/members/:id/edit', section: 'members', icon: 'person', permission: 'member.write', title: (t) => t('screens.edit', { ns: 'member' }), load: () => import('./EditMemberScreen.tsx') },
  ],
  findings: [{
    permission: 'member.read',
    find: async (text) => {
      const reply = await call('member.search', { text, limit: 8 });
      if (!reply.ok) return [];
      return reply.data.rows.map((row) => ({
        key: `member-${row.id}`, title: row.name, detail: [row.code, row.nickname, row.houseGroup].filter((part) => part !== null).join(' · '), icon: 'person' as const, path: `/members/${row.id}`,
      }));
    },
  }],
};
