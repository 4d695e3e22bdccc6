import { startDisplay } from './services/display.service.ts';
import { startLoosePhotoSearch } from './services/photo/loose-photos.ts';
import { startSpool } from './services/printing/spool-service.ts';
import { startWatch } from './services/system/watch.ts';
import { createWorkerPool } from './jobs/worker-pool.ts';
import { startSettlementRuns } from './services/settlement/run-driver.ts';
import { startStatementRuns } from './services/sheet/statement-runs.ts';
import { startScaleSearch } from './services/scale-detection.ts';
import { startScales } from './services/scale.service.ts';
import type { LiveServices, Station } from './station.ts';

/** How long the desk must be quiet before finished pages are moved into the database file. */
const idleCheckpointMs = 15_000;

type Stops = Array<() => void | Promise<void>>;

async function stopAll(stops: Stops): Promise<void> {
  for (const end of stops.reverse()) await end();
}

/**
 * Starts what lives as long as core does; `stop` ends it in the reverse order, and so does a start that fails half-way. Checks and backups
 * of their own accord are made by a core at work only.
 */
export async function startLiveServices(station: Station, isAtWork: boolean): Promise<{ readonly services: LiveServices; stop(): Promise<void> }> {
  const stops: Stops = [];
  try {
    return { services: await startAll(station, isAtWork, stops), stop: () => stopAll(stops) };
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

async function startAll(station: Station, isAtWork: boolean, stops: Stops): Promise<LiveServices> {
  const checkpoint = setInterval(() => station.db.checkpoint(), idleCheckpointMs);
  checkpoint.unref();
  stops.push(() => clearInterval(checkpoint));
  const loosePhotos = startLoosePhotoSearch(station, isAtWork);
  stops.push(() => loosePhotos.stop());
  const spool = startSpool(station);
  stops.push(() => spool.stop());
  const workers = createWorkerPool({ script: station.paths.worker, database: station.db.file.name });
  stops.push(() => workers.stop());
  const settlementRuns = startSettlementRuns(station);
  stops.push(() => settlementRuns.stop());
  const statementRuns = startStatementRuns(station);
  stops.push(() => statementRuns.stop());
  const display = startDisplay(station);
  stops.push(() => display.stop());
  const scales = await startScales(station, (live) => display.heard(live));
  stops.push(() => scales.stop());
  const scaleSearch = startScaleSearch(station, scales);
  stops.push(() => scaleSearch.stop());
  const watch = startWatch(station, isAtWork);
  stops.push(() => watch.stop());
  return { scales, scaleSearch, workers, settlementRuns, statementRuns, spool, watch, display };
}
