import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 160 random bits for a machine, forty hexadecimal digits. */
export const newMachineSecret = (): string => randomBytes(20).toString('hex');

/** What is kept of a machine's secret. So much chance needs no slow hash. */
export const machineSecretHash = (secret: string): string => createHash('sha256').update(`village-station machine ${secret}`).digest('hex');

/** Compares in a time that tells nothing. */
export const isMachineSecret = (secret: string, hash: string): boolean => timingSafeEqual(Buffer.from(machineSecretHash(secret), 'hex'), Buffer.from(hash, 'hex'));
