import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../../electron/core/rpc/session.ts';
import { memberForm } from '../../support/members.ts';
import type { TestStation } from '../../support/station.ts';
import { testStation } from '../../support/station.ts';

let station: TestStation;
let desk: Session;
const open = async (): Promise<void> => {
  station = await testStation();
  desk = await station.as('manager');
};

const add = (fields: Parameters<typeof memberForm>[0]): Promise<{ id: string; code: string }> => station.must(desk, 'member.save', memberForm({ acceptDuplicate: true, ...fields }));
const found = async (text: string): Promise<string[]> => (await station.must(desk, 'member.search', { text })).rows.map((row) => row.name);

const soundsOfNames = [
  ['单雄', 'shanxiong'], ['曾国强', 'zengguoqiang'], ['查小山', 'zhaxiaoshan'], ['覃光明', 'qinguangming'], ['仇大山', 'qiudashan'], ['解放', 'xiefang'], ['区桂芳', 'ouguifang'], ['任盈盈', 'renyingying'],
  ['欧阳修', 'ouyangxiu'], ['吕布', 'lvbu'], ['韦𬭎', 'weihong'], ['潘䶮', 'panyan'], ['阿依·古丽', 'ayiguli'], ['杨A妹', 'yangmeia'],
] as const;

describe('among three people', () => {
  beforeAll(async () => {
    await open();
    await add({ name: '张三', nickname: '三哥', phone: '13800138000' });
    await add({ name: '张小明', houseGroup: '石桥组' });
    await add({ name: '曾张', residentId: '11010519491231002X', phone: '13900139012' });
  });
  afterAll(() => station.close());

  test.each([
    ['张', ['张三', '张小明', '曾张']], ['张三', ['张三']], ['小明', ['张小明']], ['zs', ['张三']], ['zhangsan', ['张三']], ['zhang s', ['张三']], ['ZHANG', ['张三', '张小明', '曾张']],
    ['xiaom', ['张小明']], ['三哥', ['张三']], ['sange', ['张三']], ['sg', ['张三']], ['石桥', ['张小明']], ['m0002', ['张小明']], ['M2', ['张小明']], ['2', ['张小明']], ['hang', []],
    ['8000', ['张三']], ['9012', ['曾张']], ['13800138000', ['张三']], ['+86 138 0013 8000', ['张三']], ['002x', ['曾张']], ['ceng', []], ['zengz', ['曾张']], ['%', []], ['_', []], ["'", ['张三', '张小明', '曾张']],
  ])('the search box finds by %s', async (text, names) => {
    expect((await found(text)).toSorted()).toEqual([...names].toSorted());
  });
});

describe('among names of many sounds', () => {
  beforeAll(async () => {
    await open();
    for (const [name] of soundsOfNames) await add({ name });
  });
  afterAll(() => station.close());

  test.each(soundsOfNames)('%s is found by %s', async (name, sound) => {
    expect(await found(sound)).toEqual([name]);
  });
});

describe('in the daily work', () => {
  beforeEach(open);
  afterEach(() => station.close());

  test('a dot inside a name need not be typed', async () => {
    await add({ name: '阿依·古丽' });
    for (const typed of ['阿依古丽', '阿依·古丽', '阿依•古']) expect(await found(typed)).toEqual(['阿依·古丽']);
  });

  test('the best match comes first, who left comes last', async () => {
    const gone = await add({ name: '李三' });
    await add({ name: '李三水' });
    await add({ name: '王李三' });
    await add({ name: '李三', houseGroup: '二组' });
    await station.must(desk, 'member.leave', { id: gone.id, reason: '搬走' });
    expect((await station.must(desk, 'member.search', { text: '李三' })).rows.map((row) => row.code)).toEqual(['M0004', 'M0002', 'M0003', 'M0001']);
  });

  test('what was just saved is found at once, and its old name no longer', async () => {
    const { id } = await add({ name: '张三' });
    expect(await found('zs')).toEqual(['张三']);
    await station.must(desk, 'member.save', memberForm({ id, name: '李四' }));
    expect(await found('zs')).toEqual([]);
    expect(await found('ls')).toEqual(['李四']);
    await station.reopen();
    desk = await station.as('manager');
    expect(await found('ls')).toEqual(['李四']);
  });

  test('the list is filtered, counted and paged', async () => {
    for (const [name, houseGroup, kind] of [['甲', '一组', 'member'], ['乙', '一组', 'non_member'], ['丙', '二组', 'member'], ['丁', null, 'member']] as const) await add({ name, houseGroup, kind });
    const list = async (input: object): Promise<string[]> => (await station.must(desk, 'member.list', input)).rows.map((row) => row.name);
    expect(await list({})).toEqual(['甲', '丙', '丁', '乙']);
    expect(await list({ kind: 'non_member' })).toEqual(['乙']);
    expect(await list({ houseGroup: '一组', kind: 'member' })).toEqual(['甲']);
    expect(await station.must(desk, 'member.list', { limit: 2, offset: 1 })).toMatchObject({ total: 4, rows: [{ name: '丙' }, { name: '丁' }] });
    expect(await list({ text: '二' })).toEqual(['丙']);
    expect(await list({ status: 'left' })).toEqual([]);
    expect((await station.must(desk, 'member.groups', {})).groups.toSorted()).toEqual(['一组', '二组'].toSorted());
  });
});
