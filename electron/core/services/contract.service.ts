import type { HandlersOf } from '../rpc/handler.ts';
import { ask, change } from '../rpc/handler.ts';
import { listCertificates, saveCertificate } from './contract/certificates.ts';
import { contractDetail, listContracts } from './contract/look.ts';
import { deskSchedules } from './contract/schedules.ts';
import { endContract, signContract } from './contract/sign.ts';

type Own = 'contract.list' | 'contract.get' | 'contract.sign' | 'contract.end' | 'contract.schedules' | 'contract.certificates' | 'contract.saveCertificate';

/** Contracts to deliver, certificates, and what both do to a price. */
export const contractHandlers = {
  'contract.list': ask(listContracts),
  'contract.get': ask(contractDetail),
  'contract.sign': change(signContract),
  'contract.end': change(endContract),
  'contract.schedules': ask(deskSchedules),
  'contract.certificates': ask(listCertificates),
  'contract.saveCertificate': change(saveCertificate),
} satisfies HandlersOf<Own>;
