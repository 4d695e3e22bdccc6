// Every refusal that the contract declares and every fault has a sentence.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../runtime.mjs';

const load = (path) => import(pathToFileURL(join(projectRoot, path)).href);

/** Adds every code without a sentence to `faults`. Returns the number of codes looked at. */
export async function checkCodeTexts(texts, faults) {
  const { operations } = await load('electron/contract/operations.ts');
  const { commonRefusals } = await load('electron/contract/define.ts');
  const { faultCodes } = await load('electron/core/platform/fault.ts');
  const holds = (area, key) => texts.zh[area]?.[key] !== undefined;

  const declared = Object.entries(operations).flatMap(([name, { refusals }]) => refusals.map((code) => ({ area: name.split('.')[0], code })));
  for (const { area, code } of declared) {
    if (![area, 'rpc', 'app'].some((file) => holds(file, `refusal.${code}`))) faults.push(`${area}: refusal.${code} is declared in the contract and has no sentence`);
  }
  for (const code of commonRefusals) if (!holds('rpc', `refusal.${code}`)) faults.push(`rpc: refusal.${code} has no sentence`);
  for (const code of faultCodes) for (const part of ['what', 'saved', 'do']) if (!holds('fault', `${code}.${part}`)) faults.push(`fault: ${code}.${part} has no sentence`);
  return declared.length + commonRefusals.length + faultCodes.length;
}
