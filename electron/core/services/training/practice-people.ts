import type { MemberInput } from '../member/save.ts';

interface Person { readonly name: string; readonly group: string; readonly nickname?: string; readonly seller?: true; readonly residentId?: string; readonly account?: string }

/**
 * Thirty people as a Guizhou village has them: Han, Miao, Buyi and Dong names, two pairs of one name in different house groups, rare
 * characters, a name with a dot, surnames of two sounds. Resident ids carry an area that does not exist, accounts are mostly noughts.
 */
const people: readonly Person[] = [
  { name: '张建国', group: '石桥组', nickname: '老张', residentId: '529999196808150019', account: '6221260000000000' },
  { name: '张建国', group: '大寨组', nickname: '小张' },
  { name: '王桂花', group: '石桥组', residentId: '529999195503072043', account: '6228480000000000000' },
  { name: '李秀英', group: '大寨组', nickname: '李二嫂' },
  { name: '李秀英', group: '枫香组', nickname: '秀英姐' },
  { name: '杨通海', group: '枫香组', nickname: '通海公', residentId: '529999197211301181', account: '6217000000000000012' },
  { name: '杨昌明', group: '侗寨组' }, { name: '杨秀梅', group: '侗寨组' }, { name: '吴老往', group: '苗岭组', nickname: '往公' },
  { name: '吴阿妹', group: '苗岭组' }, { name: '龙里央', group: '苗岭组' }, { name: '潘小㛃', group: '水边组' }, { name: '韦𬭎', group: '布依组', nickname: '韦老大' },
  { name: '韦国珍', group: '布依组' }, { name: '罗应芬', group: '布依组' }, { name: '潘䶮', group: '水边组' }, { name: '石老引', group: '侗寨组' },
  { name: '陆再凤', group: '水边组' }, { name: '覃光荣', group: '布依组' }, { name: '单永福', group: '石桥组' }, { name: '曾德明', group: '大寨组' },
  { name: '查开香', group: '大寨组' }, { name: '仇天喜', group: '枫香组' }, { name: '解兴旺', group: '枫香组', nickname: '解木匠' }, { name: '欧阳青山', group: '石桥组' },
  { name: '阿依·古丽', group: '石桥组' }, { name: '任小兰', group: '水边组', seller: true }, { name: '周明发', group: '邻村', nickname: '周老板', seller: true },
  { name: '朴春生', group: '邻村', seller: true }, { name: '赵金贵', group: '邻村', seller: true },
];

/** A practice member as the office form would send it, with the account number of those paid by bank. */
export interface PracticeMember { readonly input: MemberInput; readonly account: string | null }

export const practiceMembers = (): PracticeMember[] => people.map((person, index) => ({
  account: person.account ?? null,
  input: {
    name: person.name, nickname: person.nickname ?? null, houseGroup: person.group, kind: person.seller ? 'non_member' : 'member',
    phone: index % 3 === 2 ? null : `199000${String(10_001 + index * 37)}`, residentId: person.residentId ?? null, birthDate: null, ownGrown: true, note: null,
    channel: person.account === undefined ? 'cash' : 'bank', acceptDuplicate: true,
  },
}));
