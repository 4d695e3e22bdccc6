import type { InputOf, OutputOf } from '../../electron/contract/operations.ts';
import type { Session } from '../../electron/core/rpc/session.ts';
import type { TestStation } from './station.ts';

export type ContractForm = InputOf<'contract.sign'>;

/** A contract over November of the test station's year: 1,000 kg at no less than 3.00 a kilogram. */
export const contractForm = (memberId: string, productId: string, fields: Partial<ContractForm> = {}): ContractForm => ({
  memberId, productId, grade: null, validFrom: '2026-11-01', validTo: '2026-11-30', quotaGrams: 1_000_000, floorE4: 30_000, paperNo: null, signedOn: '2026-04-01', note: null, ...fields,
});

export const signed = (station: TestStation, session: Session, form: ContractForm): Promise<OutputOf<'contract.sign'>> => station.must(session, 'contract.sign', form);

export type CertificateForm = InputOf<'contract.saveCertificate'>;

/** A certificate of green food that holds for the whole year. */
export const certificateForm = (memberId: string, fields: Partial<CertificateForm> = {}): CertificateForm => ({
  memberId, productId: null, kind: 'green', number: 'LB-01-26010001', validFrom: '2026-01-01', validTo: '2026-12-31', active: true, ...fields,
});
