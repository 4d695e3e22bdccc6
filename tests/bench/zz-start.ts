import { setTimeout as sleep } from 'node:timers/promises';
import { blankProgram, endWindow, startWindow, stationProgram } from './bare-process.ts';
import { askPage, devtoolsAddress } from './devtools-line.ts';
import { foundedFolder } from './founded-folder.ts';
const folder = await foundedFolder();
const blank = blankProgram();
const expr = `(async () => { const [n] = performance.getEntriesByType('navigation'); const paint = performance.getEntriesByName('first-contentful-paint')[0];
 return JSON.stringify({ origin: performance.timeOrigin, domI: n.domInteractive, dcl: n.domContentLoadedEventEnd, resp: n.responseEnd, fcp: paint?.startTime, marks: performance.getEntriesByType('mark').map(m => [m.name, Math.round(m.startTime)]), res: performance.getEntriesByType('resource').map(r => [r.name.split('/').pop(), Math.round(r.startTime), Math.round(r.responseEnd), r.decodedBodySize]) }); })()`;
for (let i = 0; i < 4; i++) for (const [name, prog] of [['station', stationProgram(folder)], ['blank', blank]] as const) {
  const began = performance.timeOrigin + performance.now();
  const child = startWindow(prog, ['--remote-debugging-port=0']);
  const address = await devtoolsAddress(child);
  await sleep(2500);
  const r = JSON.parse(await askPage<string>(address, expr));
  console.log(name, 'origin', Math.round(r.origin - began), 'fcp', Math.round(r.origin + r.fcp - began), 'domI', Math.round(r.domI), 'dcl', Math.round(r.dcl), 'fcp rel', Math.round(r.fcp), JSON.stringify(r.marks));
  if (i === 3 && name === 'station') for (const x of r.res) console.log('   ', x.join(' '));
  await endWindow(child);
}
blank.remove(); folder.remove();
