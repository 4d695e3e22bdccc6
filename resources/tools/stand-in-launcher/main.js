// Starts the app folder named on the command line. The stand-in runtime was packaged for one app and lacks Electron's own
// default app, so `electron <folder>` would end silently; this is the part of it that development and tests use.
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');

const preloads = [];
let target = null;
const given = process.argv.slice(1);
for (let i = 0; i < given.length && target === null; i += 1) {
  if (given[i] === '-v' || given[i] === '--version') {
    process.stdout.write(`v${process.versions.electron}\n`);
    process.exit(0);
  } else if (given[i] === '-r' || given[i] === '--require') preloads.push(path.resolve(given[(i += 1)]));
  else if (!given[i].startsWith('-')) target = path.resolve(given[i]);
}
if (target === null) {
  process.stderr.write('usage: electron [-v] [-r module] <app folder or script> [arguments]\n');
  process.exit(1);
}
Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });
Module._preloadModules(preloads);
const script = Module._findPath(target, null, true);
const folder = /\.c?js$/.test(target) ? path.dirname(target) : target;
if (folder === target) {
  const about = require(path.join(folder, 'package.json'));
  if (about.version) app.setVersion(about.version);
  app.name = about.productName || about.name || app.name;
}
app.setAppPath(folder);
Module._load(script || target, Module, true);
