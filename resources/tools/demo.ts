// The whole job, unattended, in the real window: scale, ticket, slip, label, settlement, payout. Exit code 1 when a check fails.
import { runDemo } from '../../tests/e2e/demo/run-demo.ts';

process.exit((await runDemo()) ? 0 : 1);
