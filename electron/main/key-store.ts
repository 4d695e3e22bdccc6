/** The operating system's key store, where it really protects. */
export interface KeyStore {
  seal(bytes: Uint8Array): Uint8Array;
  unseal(sealed: Uint8Array): Uint8Array;
}

/** The parts of Electron's safeStorage that decide and do the work. Older runtimes cannot name their Linux backend. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

/** On Linux without a desktop's key ring, safeStorage "encrypts" with a fixed password; that protects nothing. */
const unsafeBackends = new Set(['basic_text', 'unknown']);

/** The key store, or null where none protects; core then keeps the wrapped key in a file of the person's own and says so. */
export function openKeyStore(platform: string, storage: SafeStorage): KeyStore | null {
  if (!storage.isEncryptionAvailable()) return null;
  if (platform === 'linux') {
    const backend = typeof storage.getSelectedStorageBackend === 'function' ? storage.getSelectedStorageBackend() : 'unknown';
    if (unsafeBackends.has(backend)) return null;
  }
  return {
    seal: (bytes) => new Uint8Array(storage.encryptString(Buffer.from(bytes).toString('base64'))),
    unseal: (sealed) => new Uint8Array(Buffer.from(storage.decryptString(Buffer.from(sealed)), 'base64')),
  };
}
