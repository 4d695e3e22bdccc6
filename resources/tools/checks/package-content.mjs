// Looks into a packaged program: what must be in it, what must not, and the fuses.
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectNode } from '../runtime.mjs';
import { wrongFuses } from './package-fuses.mjs';

const needed = [
  'package.json', 'out/main/main.cjs', 'out/main/core.cjs', 'out/main/worker.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html',
];
const neededBeside = [
  'locales/zh/app.json', 'locales/en/app.json', 'fonts/NotoSansSC-Regular.ttf', 'fonts/NotoSansSC-Bold.ttf', 'fonts/StationLetters.ttf', 'fonts/StationRareHan.ttf', 'fonts/OFL.txt', 'fonts/Hanazono.txt', 'icons/icon.png',
];
const natives = [/^node_modules\/better-sqlite3\/prebuilds\//, /^node_modules\/@serialport\/bindings-cpp\/prebuilds\//, /^node_modules\/@napi-rs\/canvas-/];
const unwanted = [/\.(ts|tsx|map)$/, /^(electron|db|renderer|tests)\//, /^resources\//, /(^|\/)(test|tests|__tests__)\//, /-test\.js$/, /^demo-output|\.env$/];

/** Checks one unpacked folder. Returns what is wrong and how many things were looked at. */
export async function checkPackage(folder) {
  const faults = [];
  let checks = 0;
  const expect = (good, words) => {
    checks += 1;
    if (!good) faults.push(words);
  };
  const resources = resourcesOf(folder);
  const archive = join(resources, 'app.asar');
  const files = readArchive(archive);
  const paths = Object.keys(files);

  for (const path of needed) expect(path in files, `${path} is missing in app.asar`);
  for (const pattern of unwanted) {
    const found = paths.filter((path) => pattern.test(path));
    expect(found.length === 0, `app.asar holds what it should not: ${found.slice(0, 5).join(', ')}`);
  }
  for (const pattern of natives) {
    const found = paths.filter((path) => pattern.test(path) && path.endsWith('.node'));
    expect(found.length > 0, `no native module matches ${pattern}`);
    for (const path of found) {
      expect(files[path].unpacked === true && existsSync(join(`${archive}.unpacked`, path)), `${path} is not unpacked`);
      expect(path.includes(process.platform) && path.includes(process.arch), `${path} is for another system`);
    }
  }
  for (const path of neededBeside) expect(existsSync(join(resources, 'resources', path)), `resources/${path} is missing beside app.asar`);
  const beside = readdirSync(join(resources, 'resources')).filter((name) => !['locales', 'fonts', 'icons'].includes(name));
  expect(beside.length === 0, `resources holds what it should not: ${beside.join(', ')}`);
  for (const name of requiredPackages(archive, files)) expect(`node_modules/${name}/package.json` in files, `the package ${name} is required and missing`);
  const complaint = loadNatives(archive, files);
  expect(complaint === '', `the packaged native modules do not load: ${complaint}`);
  expect(!existsSync(join(resources, 'default_app.asar')) && !existsSync(join(resources, 'app')), 'another application lies beside app.asar');
  const fuses = await wrongFuses(executableOf(folder));
  expect(fuses.length === 0, `fuses are not set as they should be: ${fuses.join(', ')}`);
  return { faults, checks };
}

function resourcesOf(folder) {
  const bundle = readdirSync(folder).find((name) => name.endsWith('.app'));
  return bundle === undefined ? join(folder, 'resources') : join(folder, bundle, 'Contents/Resources');
}

function executableOf(folder) {
  if (process.platform === 'darwin') return join(folder, 'Village Station.app/Contents/Frameworks/Electron Framework.framework/Electron Framework');
  return join(folder, process.platform === 'win32' ? 'Village Station.exe' : 'village-station');
}

/** The list at the head of an asar archive: path -> {size, offset, unpacked}. */
function readArchive(archive) {
  const { header } = readHead(archive);
  const found = {};
  const walk = (node, prefix) => {
    for (const [name, entry] of Object.entries(node.files)) {
      if (entry.files) walk(entry, `${prefix}${name}/`);
      else found[prefix + name] = entry;
    }
  };
  walk(header, '');
  return found;
}

function readHead(archive) {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const text = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, text, 0, text.length, 16);
    return { header: JSON.parse(text.toString('utf8')), start: 8 + sizes.readUInt32LE(4) };
  } finally {
    closeSync(file);
  }
}

/** Unpacks the packaged npm modules and loads the native ones in Node 24. Returns what it complained about, or nothing. */
function loadNatives(archive, files) {
  const { start } = readHead(archive);
  const bytes = readFileSync(archive);
  const copy = mkdtempSync(join(tmpdir(), 'village-station-package-'));
  try {
    for (const [path, { offset, size, unpacked }] of Object.entries(files).filter(([name]) => name.startsWith('node_modules/'))) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      const beside = join(`${archive}.unpacked`, path);
      if (unpacked && existsSync(beside)) copyFileSync(beside, join(copy, path));
      if (!unpacked) writeFileSync(join(copy, path), bytes.subarray(start + Number(offset), start + Number(offset) + size));
    }
    const script = "new (require('better-sqlite3'))(':memory:').close(); require('serialport').SerialPort.binding.list; require('@napi-rs/canvas').createCanvas(1, 1)";
    const done = spawnSync(projectNode, ['-e', script], { cwd: copy, encoding: 'utf8' });
    return done.status === 0 ? '' : done.stderr.trim().split('\n').find((line) => line.includes('Error')) ?? `exit code ${done.status}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Packages that the bundles load at run time. */
function requiredPackages(archive, files) {
  const { start } = readHead(archive);
  const bytes = readFileSync(archive);
  const bundles = Object.entries(files).filter(([path]) => /^out\/(main|preload)\/.*\.cjs$/.test(path));
  const names = bundles.flatMap(([, { offset, size }]) => {
    const text = bytes.toString('utf8', start + Number(offset), start + Number(offset) + size);
    return [...text.matchAll(/\brequire\("([^"./][^"]*)"\)/g)].map(([, name]) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));
  });
  return [...new Set(names)].filter((name) => name !== 'electron' && !name.startsWith('node:') && !builtinModules.includes(name));
}

