import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, projectNode } from '../../resources/tools/runtime.mjs';
import { CoreTalk, clerk } from './core-talk.ts';

const founded = new Map<string, Promise<string>>();

/** What a program needs to know to find the keys beside the books of this folder. */
export function stationEnvironment(folder: string): NodeJS.ProcessEnv {
  return { ...childEnvironment(), STATION_CONFIG_DIR: join(folder, 'config'), STATION_NODE: projectNode };
}

async function found(locale: 'zh' | 'en', density: 'desk' | 'elder' | 'office'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'founded-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'config'));
  const founder = new CoreTalk(join(folder, 'data'), stationEnvironment(folder));
  await founder.ask('setup.createTraining', { locale }, null);
  await founder.ask('session.prefer', { locale, density }, clerk);
  await founder.end();
  return folder;
}

/** A folder with `data` and `config` of a practice station whose clerk likes this language and density; founded once and only to be copied. */
export function practiceFolder(locale: 'zh' | 'en', density: 'desk' | 'elder' | 'office'): Promise<string> {
  const key = `${locale} ${density}`;
  const known = founded.get(key) ?? found(locale, density);
  founded.set(key, known);
  return known;
}
