import type { FieldProtection } from './protected-field.ts';
import { exportPrivateKey, importPrivateKey } from './signing.ts';
import type { SigningKey } from './signing.ts';

/** The device's private key as it may be stored: encrypted with the data key and tied to the device's id. */
export function sealSigningKey(protection: FieldProtection, device: string, key: SigningKey): string {
  return protection.sealText('device_key', exportPrivateKey(key).toString('base64url'), device);
}

/** Faults: `key_wrong` under another data key, `protected_damaged` when changed or another device's. */
export function openSigningKey(protection: FieldProtection, device: string, sealed: string): SigningKey {
  return importPrivateKey(Buffer.from(protection.openText('device_key', sealed, device), 'base64url'));
}
