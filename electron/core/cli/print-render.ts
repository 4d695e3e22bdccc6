import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openForReading } from '../../../db/connection.ts';
import { jobByUlid, keptOfJob } from '../../../db/queries/print.queries.ts';
import { sheetOfJob } from '../../../db/queries/sheet.queries.ts';
import { businessDate } from '../../domain/business-date.ts';
import { refuse, Refusal } from '../rpc/refusal.ts';
import { newSession } from '../rpc/session.ts';
import { jobBytes } from '../services/printing/job-bytes.ts';
import { jobRequest } from '../services/printing/job-request.ts';
import { printerProfiles } from '../services/printing/printer-profiles.ts';
import { isLabel, resized } from '../devices/printer/label-request.ts';
import type { PaperRequest } from '../devices/printer/paper-job.ts';
import type { LabelSize } from '../documents/label-size.ts';
import { databaseName, startCore } from '../start.ts';
import type { Core } from '../start.ts';
import type { CommandOptions } from './options.ts';
import { commandPlaces } from './places.ts';
import { renderStoredPaper } from './print.ts';
import { askedSize, sampleRequest } from './print-sample.ts';
import { sheetBytes } from './print-sheet.ts';
import { windowlessHost } from './windowless-host.ts';
import { answer, failure, languageOf } from './words.ts';

/**
 * `print render --job <id> --to escpos|tspl|zpl|epl2|cpcl|png|pdf [--size 30x20|40x30|60x40|100x100] [--out <file>]`: the paper of a job of the
 * spool, a sheet that went to a printer as PDF; with `--sample <paper>` in place of the job a slip or a label to try a printer with, which needs no data folder; with `--sheet '<order>' --to pdf|html` a sheet, the order as `sheet.print` takes it. Without `--out` the bytes go to standard output. What was printed is given from the kept bytes while a core runs or not; what has to be drawn needs the folder
 * (fault `folder_in_use`). Refuses `job_unknown` and `form_not_for_paper` with the forms there are.
 */
export async function printRender(options: CommandOptions): Promise<number> {
  try {
    const bytes = await paperBytes(options, options.value('job') ?? '', options.value('to') ?? 'escpos');
    const out = options.value('out');
    if (out === undefined) process.stdout.write(bytes);
    else await writeFile(out, bytes);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) {
      answer({ ok: false, refusal: { code: error.code, params: error.params } });
      return 1;
    }
    answer(failure(error, languageOf(options)));
    return 2;
  }
}

async function paperBytes(options: CommandOptions, jobId: string, form: string): Promise<Uint8Array> {
  const { paths, kind } = commandPlaces(options);
  const sheet = options.value('sheet');
  if (sheet !== undefined) return sheetBytes(options, sheet, options.value('to') ?? 'pdf');
  const sample = options.value('sample');
  if (sample !== undefined) return drawn(sampleRequest(options, sample), form, paths.resources);
  const size = askedSize(options);
  const kept = size !== null ? null : keptBytes(join(paths.data, databaseName), jobId, form);
  if (kept) return kept;
  const core = await startCore({ paths, kind, host: windowlessHost });
  try {
    return jobIn(core, jobId, form, size);
  } finally {
    await core.stop();
  }
}

/** A job of the spool in one form: a sheet as the PDF that went to its printer (`--sheet` gives its page), any other paper drawn from the books. Refuses `form_not_for_paper` with the forms there are. */
export function jobIn(core: Core, jobId: string, form: string, size: LabelSize | null): Uint8Array {
  const sheet = sheetPdf(core, jobId);
  if (sheet !== null) return form === 'pdf' ? sheet : refuse('form_not_for_paper', { form, forms: 'pdf' });
  const request = requestOf(core, jobId);
  return drawn(size === null ? request : inSize(request, size), form, core.station.paths.resources);
}

/** The same paper for another roll; a slip has none. */
function inSize(request: PaperRequest, size: LabelSize): PaperRequest {
  if (request.kind !== 'labelRun') return isLabel(request) ? resized(request, size) : request;
  const [first, ...others] = request.labels;
  return { kind: 'labelRun', labels: [resized(first, size), ...others.map((label) => resized(label, size))] };
}

function drawn(request: PaperRequest, form: string, resources: string): Uint8Array {
  const rendered = renderStoredPaper({ request, bytes: null }, form, join(resources, 'fonts'));
  if (!rendered.ok) throw new Refusal(rendered.code, rendered.params);
  return rendered.bytes;
}

/** The bytes of the first print, if there was one in this form. */
function keptBytes(database: string, jobId: string, form: string): Uint8Array | null {
  const db = openForReading(database);
  try {
    const job = jobByUlid.first(db, { ulid: jobId });
    if (!job) throw new Refusal('job_unknown');
    const kept = keptOfJob.first(db, { jobId: job.id });
    return kept?.format === form && kept.sealed === 0 ? kept.bytes : null;
  } finally {
    db.close();
  }
}

/** The PDF of a sheet that went to a printer, or null where the job is another paper. */
function sheetPdf({ station }: Core, jobId: string): Uint8Array | null {
  const job = jobByUlid.one(station.db, { ulid: jobId });
  return sheetOfJob.first(station.db, { jobId: job.id }) === undefined ? null : jobBytes(station, job.id);
}

/** The paper from the stored rows, as the spool would ask for it; what belongs to a settlement has a verb of its own (`job_unknown`). */
function requestOf({ station }: Core, jobId: string): PaperRequest {
  const { db } = station;
  const job = jobByUlid.one(db, { ulid: jobId });
  const now = station.clock.now();
  const context = { station, session: newSession('cli'), db, now, businessDate: businessDate(now), user: null, approver: null };
  const request = jobRequest(context, job, printerProfiles(db).find((printer) => printer.id === job.printer_id) ?? null);
  if (request === null) throw new Refusal('job_unknown');
  return request;
}
