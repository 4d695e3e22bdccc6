import { pausedPrinters, pausePrinter, printerLoads, resumePrinter } from '../../../db/queries/print.queries.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/operations.ts';
import type { PrinterProfile } from '../../contract/printing.ts';
import type { CommandContext, HandlersOf, QueryContext } from '../rpc/handler.ts';
import { ask, change, signedIn, task } from '../rpc/handler.ts';
import { refuse } from '../rpc/refusal.ts';
import { printerProfiles, printsPaper } from './printing/printer-profiles.ts';
import { stopsPrinting } from './printing/printer-watch.ts';
import { setPrinters } from './printing/set-printers.ts';
import { testPaper } from './printing/test-paper.ts';

type Own = 'printer.list' | 'printer.configure' | 'printer.test' | 'printer.try' | 'printer.pause' | 'printer.ask' | 'printer.system' | 'printer.simulated' | 'printer.simulate';

const findPrinter = (db: QueryContext['db'], printerId: string): PrinterProfile => printerProfiles(db).find((candidate) => candidate.id === printerId) ?? refuse('printer_unknown');

function list({ db, station }: QueryContext): OutputOf<'printer.list'> {
  const loads = new Map(printerLoads.all(db, {}).map((load) => [load.printer, load]));
  const paused = new Set(pausedPrinters.all(db, {}).map((row) => row.printer));
  return {
    rows: printerProfiles(db).map((printer) => {
      const load = loads.get(printer.id);
      const condition = station.live.spool.watch.condition(printer.id);
      const inTrouble = stopsPrinting(condition) || (load !== undefined && load.troubled > 0);
      return { ...printer, state: inTrouble ? 'trouble' : load === undefined && condition === null ? 'unknown' : 'ready', waiting: load?.waiting ?? 0, lastError: load?.lastError ?? null, paused: paused.has(printer.id), condition };
    }),
  };
}

/** Whole pages go to printers of the system and nothing else does; only the trainer's printer takes either. */
const speaksToItsPort = ({ language, port }: PrinterProfile): boolean => port.kind === 'simulator' || (language === 'page') === (port.kind === 'system');

function configure(context: CommandContext, { printers }: ParsedInputOf<'printer.configure'>): Record<string, never> {
  if (new Set(printers.map((printer) => printer.id)).size !== printers.length) refuse('printer_twice');
  if (printers.some((printer) => !speaksToItsPort(printer) || printer.papers.some((paper) => !printsPaper(printer, paper)))) refuse('printer_wrong_kind');
  setPrinters(context, printers);
  return {};
}

function pause(context: CommandContext, { printerId, paused }: ParsedInputOf<'printer.pause'>): Record<string, never> {
  const printer = findPrinter(context.tx, printerId).id;
  if (paused) pausePrinter.run(context.tx, { printer, at: context.now, userId: signedIn(context).rowId });
  else resumePrinter.run(context.tx, { printer });
  context.afterCommit(() => context.station.live.spool.wake());
  return {};
}

function simulated({ db, station }: QueryContext): OutputOf<'printer.simulated'> {
  return {
    rows: printerProfiles(db).flatMap(({ id, name }) => {
      const fault = station.live.spool.simulator(id)?.fault;
      return fault === undefined ? [] : [{ id, name, fault: fault === 'none' ? null : fault }];
    }),
  };
}

/** Breaks or mends a simulated printer, and asks it at once how it is, so that the desk sees it as it would see a real one. */
async function simulate({ db, station }: QueryContext, { printerId, fault }: ParsedInputOf<'printer.simulate'>): Promise<Record<string, never>> {
  if (station.kind !== 'training') refuse('training_only');
  const profile = findPrinter(db, printerId);
  const { spool } = station.live;
  const printer = spool.simulator(profile.id) ?? refuse('printer_not_simulated');
  printer.setFault(fault ?? 'none');
  await spool.watch.ask(profile);
  return {};
}

/** The printers of the station: what they are told, how they are, and whether they may print. */
export const printerHandlers = {
  'printer.list': ask(list),
  'printer.configure': change(configure),
  'printer.pause': change(pause),
  'printer.system': ask(async ({ station }) => ({ printers: station.host.pages === undefined ? null : [...await station.host.pages.printers()] })),
  'printer.ask': ask(async ({ db, station }, { printerId }) => ({ condition: await station.live.spool.watch.ask(findPrinter(db, printerId)) })),
  'printer.simulated': ask(simulated),
  'printer.simulate': task(simulate, { once: false }),
  'printer.try': task(async (context, { printer }) => testPaper(context, { ...printer, slip: printer.slip && { ...printer.slip, answers: true }, label: printer.label && { ...printer.label, answers: true } }), { once: false }),
  'printer.test': task(async (context, { printerId }) => ({ bytes: (await testPaper(context, findPrinter(context.db, printerId))).bytes }), { once: false }),
} satisfies HandlersOf<Own>;
