import { parentPort, workerData } from 'node:worker_threads';
import { makePaperJob, type PaperRequest } from '../../electron/core/devices/printer/paper-job.ts';
import { openPaperPen } from '../../electron/core/documents/paper-pen.ts';

const { request, fontFolder } = workerData as { request: PaperRequest; fontFolder: string };
parentPort?.postMessage(makePaperJob(request, openPaperPen(fontFolder)).bytes);
