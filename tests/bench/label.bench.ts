import { strictEqual } from 'node:assert';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { standardLabelProfile } from '../../electron/core/devices/printer/label-profile.ts';
import { writeLabel } from '../../electron/core/devices/printer/label-writer.ts';
import type { LabelDocument } from '../../electron/core/documents/label-document.ts';
import { lotLabel } from '../../electron/core/documents/lot-label.ts';
import { openPaperPen } from '../../electron/core/documents/paper-pen.ts';
import { parseTspl } from '../support/tspl-parser.ts';
import { interleaved, row, type BenchRow } from './measure.ts';

const labels = 40;
const blocks = 25;
const bound = 2;

/** One bare drawing of the same words at the same places by the same canvas, and its dots taken out: no fitting, no codes, no bytes of a language. */
function bareDrawing(label: LabelDocument): number {
  const canvas = createCanvas(label.widthMillimetres * 8, label.heightMillimetres * 8);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const element of label.elements) {
    if (element.kind === 'rule' || element.kind === 'qr' || element.kind === 'code128') continue;
    context.font = `${element.sizeDots}px "${element.kind === 'band' || element.bold ? 'Station Paper Bold' : 'Station Paper'}"`;
    context.fillText(element.text, element.leftDots, element.topDots + element.sizeDots * 0.96);
  }
  return context.getImageData(0, 0, canvas.width, canvas.height).data.length;
}

/** A label of 60 × 40 mm from its data to the bytes of the printer, against one bare drawing of its words. */
export async function benchLabel(): Promise<BenchRow[]> {
  const pen = openPaperPen(join(import.meta.dirname, '../../resources/fonts'));
  const documents = Array.from({ length: labels }, (_, index) => lotLabel({
    lotCode: `GZ01A-L-2026-${String(index + 1).padStart(6, '0')}`, productName: '红芯红薯', gradeName: '一等', memberName: '张三', groupName: '三组', netGrams: 43_750 + index * 10, businessDate: '2026-11-22',
    stationName: '板当村服务站', cooperativeName: '紫云县板当镇红芯薯专业合作社', qrText: `VSL1|GZ01A-L-2026-${String(index + 1).padStart(6, '0')}|GZ01A-T-2026-000123|43750|2026-11-22`, training: false,
  }, 'zh', { maskName: false }));
  const profile = standardLabelProfile('tspl');
  const ours = (document: LabelDocument): Buffer => writeLabel(document, profile, pen).bytes;
  const [first] = documents;
  if (first === undefined) throw new Error('no label');
  strictEqual(parseTspl(ours(first)).widthDots, 480);
  strictEqual(bareDrawing(first), 480 * 320 * 4);
  for (let round = 0; round < 2; round += 1) documents.forEach((document) => { ours(document); bareDrawing(document); });
  const figures = await interleaved(blocks, () => documents.forEach(ours), () => documents.forEach(bareDrawing));
  return [row('the bytes of a 60 × 40 mm label', figures.value / labels * 1e3, figures.floor / labels * 1e3, bound, 'µs')];
}
