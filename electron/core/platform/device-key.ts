import type { FieldProtection } from './protected-field.ts';
import { exportPrivateKey, importPrivateKey } from './signing.ts';
import type { SigningKey } from './signing.ts';

/** The device's private key as it may be stored: encrypted with the data key and tied to the device's id. */
export function sealSigningKey(protection: FieldProtection, device: string, key: SigningKey): Buffer {
  return protection.sealBytes('device_key', exportPrivateKey(key), device);
}

/** Faults: `key_wrong` under another data key, `protected_damaged` when changed or another device's. */
export function openSigningKey(protection: FieldProtection, device: string, sealed: Uint8Array): SigningKey {
  return importPrivateKey(protection.openBytes('device_key', sealed, device));
}
