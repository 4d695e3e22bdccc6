import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addSeller, inTransaction } from '../support/payables.ts';
import { handClock, testStation } from '../support/station.ts';

export interface FoundedFolder {
  readonly data: string;
  readonly config: string;
  remove(): void;
}

const surnames = ['杨', '吴', '龙', '石', '罗', '潘', '王', '韦', '张', '刘'];
const given = ['通明', '秀英', '国强', '春花', '老四', '小梅', '胜利', '昌文', '桂兰', '建军', '美玲', '德福'];
const sounds = { surnames: ['yang', 'wu', 'long', 'shi', 'luo', 'pan', 'wang', 'wei', 'zhang', 'liu'], given: ['tong ming', 'xiu ying', 'guo qiang', 'chun hua', 'lao si', 'xiao mei', 'sheng li', 'chang wen', 'gui lan', 'jian jun', 'mei ling', 'de fu'] };

/** Name and pinyin of the member with this number, as they are stored. */
function nameOf(index: number): { name: string; pinyin: string; initials: string } {
  const [first, last] = [index % surnames.length, Math.floor(index / surnames.length) % given.length];
  const pinyin = `${sounds.surnames[first] ?? ''} ${sounds.given[last] ?? ''}`;
  return { name: `${surnames[first] ?? ''}${given[last] ?? ''}`, pinyin, initials: pinyin.split(' ').map((syllable) => syllable.charAt(0)).join('') };
}

/** A station that was founded before and is closed: its folder and its keys, ready for a window to open. */
export async function foundedFolder(members = 0): Promise<FoundedFolder> {
  const place = mkdtempSync(join(tmpdir(), 'station-founded-'));
  const station = await testStation({ clock: handClock(Date.now()) });
  try {
    inTransaction(station, (context) => {
      for (let index = 0; index < members; index += 1) addSeller(context, `M${String(index + 1).padStart(4, '0')}`, { named: nameOf(index) });
    });
    await station.core.stop();
    cpSync(station.folder, join(place, 'data'), { recursive: true });
    cpSync(station.config, join(place, 'config'), { recursive: true });
  } finally {
    await station.close();
  }
  return { data: join(place, 'data'), config: join(place, 'config'), remove: () => rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
