// npm run dist, npm run dist:dir: packages the program for this system and checks what came out.
//   --dir   only the unpacked folder; works without a network
// With the stand-in runtime only --dir is allowed: that is for looking at the files, the result must not be launched or given away.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runScript, toolScripts } from './child.mjs';
import { checkPackage } from './checks/package-content.mjs';
import { projectRoot, runtimeInUse } from './runtime.mjs';

const configFile = 'electron-builder.yml';
const dirOnly = process.argv.includes('--dir');
const runtime = runtimeInUse();
const isStandIn = runtime.kind === 'stand-in';
const output = join('dist', isStandIn ? 'TEST-RUNTIME' : 'release');

if (isStandIn && !dirOnly) {
  process.stderr.write(`No installer is made with the stand-in runtime (${runtime.reason}).\nOnly "npm run dist:dir" works with it, for checking the files.\n`);
  process.exit(1);
}
process.exitCode = (await pack()) || (await check());

async function pack() {
  rmSync(join(projectRoot, output), { recursive: true, force: true });
  const settings = [`electronDist=${runtime.packagingDir}`, `electronVersion=${runtime.version}`, `directories.output=${output}`];
  const args = [...(dirOnly ? ['--dir'] : []), '--config', isStandIn ? olderFuses() : configFile, '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)];
  // Hard links would let the fuses be flipped in the cached runtime itself.
  const env = { ...process.env, USE_HARD_LINKS: 'false', CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
  return runScript(toolScripts.electronBuilder, args, { env, stdio: ['ignore', 2, 2] });
}

/** The stand-in's fuse wire is older and ends before the last fuse; a copy of the settings goes without it. */
function olderFuses() {
  const copy = join(projectRoot, output, 'electron-builder.yml');
  mkdirSync(join(projectRoot, output), { recursive: true });
  writeFileSync(copy, readFileSync(join(projectRoot, configFile), 'utf8').replace(/^ *grantFileProtocolExtraPrivileges:.*\n/m, ''));
  return copy;
}

async function check() {
  const made = readdirSync(join(projectRoot, output)).find((name) => /unpacked$|^mac/.test(name));
  if (made === undefined) throw new Error('electron-builder made no folder');
  if (isStandIn) {
    const words = 'Packaged with an older runtime to check the files. Do not launch it and do not give it away.\n只用于检查文件，请勿运行或分发。\n';
    writeFileSync(join(projectRoot, output, 'TEST-RUNTIME.txt'), words);
  }
  const folder = join(projectRoot, output, made);
  const { faults, checks } = await checkPackage(folder);
  for (const fault of faults) process.stdout.write(`FAILED ${fault}\n`);
  process.stdout.write(`${join(output, made)}: ${checks} checks, ${faults.length} failed\n`);
  return faults.length > 0 ? 1 : 0;
}
