// Holds the two languages together, and the window to them.
//   node resources/tools/checks/locales.mjs [root]
import { resolve } from 'node:path';
import { projectRoot } from '../runtime.mjs';
import { checkCodeTexts } from './code-texts.mjs';
import { compareLanguages, readTexts } from './locale-files.mjs';
import { checkWindowTexts } from './window-texts.mjs';

const root = resolve(process.argv[2] ?? projectRoot);
const faults = [];
const texts = readTexts(root, faults);
compareLanguages(texts, faults);
const files = checkWindowTexts(root, texts, faults);
if (files === 0) faults.push('no source of the window was found; a check of nothing is no check');
const codes = await checkCodeTexts(texts, faults);

for (const fault of new Set(faults)) process.stdout.write(`${fault}\n`);
const count = Object.values(texts.zh).reduce((sum, area) => sum + Object.keys(area).length, 0);
process.stdout.write(`${count} texts, ${files} sources, ${codes} codes, ${new Set(faults).size} faults\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
