import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boxedOn, boxMissingCharacters, html } from '../../../electron/core/documents/html-page.ts';
import { shippedFonts } from '../../../electron/core/documents/shipped-fonts.ts';
import { daySheet } from '../../../electron/core/documents/sheets/day-sheet.ts';
import { gradingSheet } from '../../../electron/core/documents/sheets/grading-sheet.ts';
import { noticePack } from '../../../electron/core/documents/sheets/notice-pack.ts';
import { payoutPage } from '../../../electron/core/documents/sheets/payout-page.ts';
import { priceBoardSheet } from '../../../electron/core/documents/sheets/price-board-sheet.ts';
import { purchaseNote } from '../../../electron/core/documents/sheets/purchase-note.ts';
import { scaleBookPage } from '../../../electron/core/documents/sheets/scale-book-page.ts';
import { markedCopy, sheetPage, type Sheet } from '../../../electron/core/documents/sheets/sheet-page.ts';
import { sheetWords } from '../../../electron/core/documents/sheets/sheet-words.ts';
import { statementSheet } from '../../../electron/core/documents/sheets/statement-sheet.ts';
import { checkCode } from '../../../electron/core/documents/signed-code.ts';
import { FIVE_HUNDRED_TEXTS } from '../../support/awkward-names.ts';
import { counts } from '../../support/counts.ts';
import { codesInMarkup } from '../../support/page-codes.ts';
import { boardWith, bookWith, dayWith, drawnAt, everySheet, made, sampleKey, sampleNumber, gradingWith, noteWith, noticeWith, payoutWith, statementWith } from '../../support/sheet-samples.ts';
import { missingIn } from '../../support/missing-characters.ts';

const zh = sheetWords('zh');
const languages = ['zh', 'en', 'both'] as const;
const fontBase = 'app://print/fonts/';
const covers = shippedFonts(join(import.meta.dirname, '../../../resources/fonts')).covers;

/** What a reader sees: tags away, entities back, blanks made one. */
const seen = (markup: string): string => markup.replace(/<br>|<\/(?:td|th|div|p|h1|h2|li|span|b)>/g, ' ').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ');
const holds = (sheet: Sheet, pieces: readonly string[]): void => {
  const text = seen(sheet.body);
  for (const piece of pieces) expect(text).toContain(piece);
};

describe('what stands on the sheets', () => {
  it('the day sheet sums goods by way of buying, shows the cash box whole, and lists what did not go the usual way', () => {
    holds(daySheet(dayWith('张三'), zh, made), [
      '2026-11-22 星期日', '192.55', '385.1', '买断金额 ¥668.13', '代销金额 ¥20.00', '付现金 ¥668.13', '转账付出 ¥0.00', '合计 2 192.55 192.05 384.1 ¥688.13', '陆佰捌拾捌元壹角叁分', '¥1000.00 ¥500.00 -¥668.13 -¥200.00 ¥0.00 ¥631.87',
      'GZ01A-T-2026-000099-R GZ01A-T-2026-000103', 'GZ01A-T-2026-000101 2 40.00 80.0', '没有做零点检查', '7 只周转筐', '等第二人确认', '改判, 补录', '账链校验 第417条 3f2a9c0011223344 5566778899',
    ]);
  });

  it('the purchase note says kilograms and jin, both prices, the amount in figures and capitals, and which versions it stands on', () => {
    holds(purchaseNote(noteWith('张三'), zh, made, 'A5'), [
      '毛重 186.45 公斤 − 皮重 3.90 公斤 = 净重 182.55 公斤 · 365.1 斤', '182.55 365.1 3.66 1.83 ¥668.13', '陆佰陆拾捌元壹角叁分', '522401********1234', '139****4321', '****8888', 'GZ01A-E-2026-000012', '标准 第4版', '交货人签名或手印', '收购经手人', '复核签名',
    ]);
  });

  it('a load of several owners has a page for each', () => {
    const [one] = noteWith('张三').sellers;
    if (one === undefined) throw new Error('no seller');
    const sheet = purchaseNote({ ...noteWith('张三'), sellers: [one, { ...one, name: '李四', amountFen: 10 }] }, zh, made, 'A4');
    expect(sheet.body.match(/class="page"/g)).toHaveLength(2);
    holds(sheet, ['李四', '壹角整', '一车 2 户']);
  });

  it('the notice keeps members and others apart, sums each, and says where it hangs and until when one may object', () => {
    holds(noticePack(noticeWith('张**'), zh, made), ['公示地点 张**', '公示日期 2026-11-23 星期一', '异议截止 2026-11-30 星期一', '合计 2 人 4 384.10 768.2 ¥1376.26 ¥200.00 ¥1000.00 ¥176.26', '非成员交货和付款', '3.66 1.83 GZ01A-E-2026-000012', 'GZ01A-P-2026-000003 2026-11-22 转账 3 ¥1500.00', '监事签名']);
  });

  it('the scale book says what each check was off by, and until when the certificate holds', () => {
    holds(scaleBookPage(bookWith('台秤'), zh, made), ['2026-12-10 (还有 18 天)', '砝码检查 20.00 20.10 +100 ±50 × 不合格 手输 · 台秤 台秤 + 台秤', '零点检查 0.00 0.00 0 ±50 ✓ 合格', '2025-12-11 2026-12-10']);
    holds(scaleBookPage({ ...bookWith('台秤'), daysLeft: -3 }, zh, made), ['(已过期 3 天)']);
  });

  it('the grading sheet shows limits as words and measures beside them; the form leaves places', () => {
    holds(gradingSheet(gradingWith('水分'), zh, made, 'A4'), ['标准 第4版', '15.3 (异常值) (水分)', '不低于 8 %, 低于 14.0 %', '不设界限', '182.55 365.1', '留样 2345-6789', '退回 9.70 公斤(19.4 斤)', '2026-11-19 星期四 · 3 天前', '低于 4 天']);
    const form = gradingSheet(gradingWith('水分', false), zh, made, 'A4');
    holds(form, ['第 4 份', '定为']);
    expect(form.body.match(/class="blank"/g)).toHaveLength(7 * 4);
    expect(seen(form.body)).not.toContain('15.3');
  });

  it('the statement shows every line with its versions, every recovery, the paid amount in capitals and what is still owed', () => {
    holds(statementSheet(statementWith('张三'), zh, made), [
      'GZ01A-T-2026-000101', '182.55 365.1 3.66 1.83 ¥668.13', '价单 GZ01A-E-2026-000012 · 标准 第4版', '调价补差', '应付合计 共 3 笔', '¥5238.47', '不超过应付的 50.00%', '¥2619.23', '¥2619.24', '贰仟陆佰壹拾玖元贰角肆分', '尚欠余额 ¥1407.27', '收款人签名或手印',
    ]);
  });

  it('the payout sheet has a place to sign in every row and the total in capitals', () => {
    const sheet = payoutPage(payoutWith('张三'), zh, made);
    holds(sheet, ['合计 2 人', '¥2619.34', '贰仟陆佰壹拾玖元叁角肆分', '****8888', '监发人']);
    expect(sheet.body.match(/class="sign"/g)).toHaveLength(2);
  });

  it('the price board shows the traded unit first and the other beside it, and what follows later today where something does', () => {
    const board = priceBoardSheet(boardWith('红薯'), zh, made);
    holds(board, ['今日收购价', '2026-11-22 星期日', '执行起点 08:30', '价单 GZ01A-E-2026-000012', '1.83 元/斤 3.66 元/公斤 16:00 起 1.75 元/斤', '1.06 元/斤 2.12 元/公斤', '160.00 元/公斤 80.00 元/斤']);
    expect(seen(board.body).match(/ 起 /gu)).toHaveLength(1);
    holds(priceBoardSheet(boardWith('红薯'), sheetWords('both'), made), ["今日收购价 Today's prices", '红薯 红薯 en', '1.83 元/斤 1.83 yuan/jin']);
  });

  it('in English no Chinese is left but names and capitals, and in both languages each stands once', () => {
    for (const sheet of everySheet('name', sheetWords('en'))) expect(seen(sheet.body).replace(/[零壹贰叁肆伍陆柒捌玖拾佰仟万元角分整]/g, '')).not.toMatch(/\p{Script=Han}/u);
    holds(daySheet(dayWith('x'), sheetWords('both'), made), ['收购日清单 Day sheet', '2026-11-22 星期日 Sunday']);
  });
});

describe('the signed code of a sheet', () => {
  const known = [{ keyId: sampleKey.keyId, publicKey: sampleKey.publicKey, from: '2026-01-01', until: null }];
  const ends = { number: sampleNumber, chainHead: '3f2a9c0011223344556677889900aabb', keyId: sampleKey.keyId };

  it('is read from the page, is good for whoever has the public key alone, and says what stands above it', async () => {
    const facts: unknown[] = [];
    for (const sheet of everySheet('张三', zh)) facts.push((await codesInMarkup(sheet.body)).map((code) => checkCode(code, known)));
    const good = (one: object): object[] => [{ ok: true, facts: { ...one, ...ends } }];
    expect(facts).toEqual([
      good({ kind: 'day', businessDate: '2026-11-22', memberCode: '-', grams: 192_550, fen: 68_813 }),
      good({ kind: 'purchase', businessDate: '2026-11-22', memberCode: '**', grams: 182_550, fen: 66_813 }),
      good({ kind: 'notice', businessDate: '2026-11-22', memberCode: '-', grams: 3 * 192_050, fen: 3 * 68_813 }),
      good({ kind: 'scale_book', businessDate: '2026-11-22', memberCode: '-', grams: 0, fen: 0 }),
      good({ kind: 'grading', businessDate: '2026-11-22', memberCode: '*0012', grams: 182_550, fen: 0 }),
      [],
      good({ kind: 'settlement', businessDate: '2026-11-22', memberCode: '**', grams: 379_532, fen: 261_924 }),
      good({ kind: 'payout', businessDate: '2026-11-22', memberCode: '-', grams: 0, fen: 261_934 }),
      good({ kind: 'price_board', businessDate: '2026-11-22', memberCode: '-', grams: 0, fen: 0 }),
    ]);
  });

  it('holds nothing that a person typed, whatever it is', async () => {
    for (const sheet of everySheet('欧阳 13987654321', zh)) for (const code of await codesInMarkup(sheet.body)) expect(code).not.toMatch(/欧阳|1398765/);
  });

  it('of a load of several owners speaks on each page of that owner alone', async () => {
    const [one] = noteWith('M0012').sellers;
    if (one === undefined) throw new Error('no seller');
    const sheet = purchaseNote({ ...noteWith('M0012'), sellers: [one, { ...one, code: 'M0099', lines: one.lines.map((line) => ({ ...line, settlementGrams: 1_000 })), amountFen: 10 }] }, zh, made, 'A4');
    const read = (await codesInMarkup(sheet.body)).map((code) => checkCode(code, known).facts);
    expect(read.map((facts) => [facts?.memberCode, facts?.grams, facts?.fen])).toEqual([['*0012', 182_550, 66_813], ['*0099', 1_000, 10]]);
  });
});

/** Long lists take long: the same texts for every page. */
const awkward = FIVE_HUNDRED_TEXTS.slice(0, counts.awkwardTexts);

describe('any text in any field', () => {
  it('stands in characters of the font or in boxes, and every box is told of, on every sheet', () => {
    for (const [index, text] of awkward.entries()) {
      const sheets = everySheet(text, zh).map((sheet) => sheetPage(sheet, 'zh', fontBase));
      for (const page of sheets.filter((_, place) => place === index % sheets.length)) {
        const boxed = boxMissingCharacters(page, covers);
        const body = boxed.page.slice(boxed.page.indexOf('<body>'));
        expect([text, [...new Set(body.match(/\P{ASCII}/gu) ?? [])].filter((character) => !covers(character.codePointAt(0) ?? 0))]).toEqual([text, []]);
        expect(boxedOn(boxed.page).toSorted()).toEqual(boxed.substitutions.map(({ codePoint }) => codePoint).toSorted());
        // U+FFFE is no character: on a page it is a blank.
        for (const codePoint of missingIn(text.toWellFormed().replaceAll('\ufffe', ''), covers)) expect(boxedOn(boxed.page)).toContain(codePoint);
      }
    }
  }, 300_000);

  it('stays text: no tag, no entity, no control character comes of it, and every sheet stays one page of HTML', () => {
    const texts = [...awkward, '<script>alert(1)</script>', '"><img src=x onerror=1>', '</bdi></td></table>', '<!-- copy -->', '</body></html>', '&amp;'];
    const plain = everySheet('x', sheetWords('both'));
    for (const text of texts) {
      for (const [index, sheet] of everySheet(text, sheetWords('both')).entries()) {
        const page = sheetPage(sheet, 'both', fontBase);
        // A code is one thing, however much it holds.
        const tags = (markup: string): readonly string[] => markup.replace(/<svg viewBox="0 0 \d+ \d+"/g, '<svg').match(/<(?!path d="[\dMhvHz ]*"\/>)[^>]*>/g) ?? [];
        expect(tags(sheet.body)).toEqual(tags(plain[index]?.body ?? ''));
        expect(page.isWellFormed()).toBe(true);
        expect(page).not.toMatch(/(?!\n)\p{Cc}/u);
        expect(page.match(/<body>/g)).toHaveLength(1);
      }
    }
    expect(html('<a href="x">\'&')).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
  }, 300_000);

  it('is boxed and reported where the font lacks it, and the program\'s own words never are', () => {
    for (const language of languages) {
      for (const sheet of everySheet('张三 Zhang', sheetWords(language))) expect([sheet.title, boxMissingCharacters(sheetPage(sheet, language, fontBase), covers).substitutions]).toEqual([sheet.title, []]);
    }
    const rare = boxMissingCharacters(sheetPage(payoutPage(payoutWith('𰀁力'), zh, made), 'zh', fontBase), covers);
    expect(rare.substitutions).toEqual([{ codePoint: 'U+30001', how: 'boxed' }]);
    expect(rare.page).toContain('<span class="box-code">U+30001</span>力');
  });
});

describe('a copy', () => {
  it('is the same page with its line filled in; a copied note says when its ticket was voided', () => {
    const page = sheetPage(purchaseNote(noteWith('张三'), zh, made, 'A5'), 'zh', fontBase);
    const copy = markedCopy(page, 'zh', { copyNo: 2, at: drawnAt, byName: '<b>王小梅', voidedBy: 'GZ01A-T-2026-000101-R' });
    expect(seen(copy)).toContain('副本 第2次 2026-11-22 18:05 <b>王小梅 · 原单已作废，见 GZ01A-T-2026-000101-R');
    const withoutMark = copy.replace(/<div class="copyline">.*?<\/div>/, '<div class="copyline"><!-- copy --></div>').replace(/<div class="copyword".*?<\/div>/, '');
    expect(withoutMark).toBe(page);
    expect(page).not.toContain('副本');
  });

  it('of a practice paper is marked as practice too', () => {
    expect(sheetPage(daySheet({ ...dayWith('x'), training: true }, zh, made), 'zh', fontBase)).toContain('练习-无效');
    expect(sheetPage(daySheet(dayWith('x'), zh, made), 'zh', fontBase)).not.toContain('练习-无效');
  });
});
