import { devicesBegun } from '../../../../db/queries/books.queries.ts';
import { cooperativeName } from '../../../../db/queries/station.queries.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { businessDate } from '../../../domain/business-date.ts';
import { canonicalText } from '../../platform/canonical-text.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { keyIdOf, signatureAlgorithm } from '../../platform/signing.ts';
import type { QueryContext } from '../../rpc/handler.ts';

/** First field of the file; `verify-qr` takes no other. */
export const keyFileFormat = 'village-station-public-keys-1';

/**
 * The public keys of this folder's devices as one file: whoever holds it can check the code of every slip without the books. A key signs from
 * the day its device began until the day the next one did. Nothing in it is secret; whoever gives it away should do so by hand.
 */
export function publicKeys({ db, now }: QueryContext): OutputOf<'system.publicKeys'> {
  const devices = devicesBegun.all(db, {});
  const keys = devices.map((device, index) => {
    const next = devices[index + 1];
    return {
      algorithm: signatureAlgorithm, keyId: keyIdOf(device.public_key), publicKey: device.public_key, desk: `${device.station_code}${device.desk_letter}`,
      from: businessDate(device.begun_at), until: next === undefined ? null : businessDate(next.begun_at),
    };
  });
  const text = canonicalText({ format: keyFileFormat, madeAt: new Date(now).toISOString(), cooperative: cooperativeName.first(db, {})?.name ?? '', keys });
  return { name: `public-keys-${businessDate(now)}.json`, base64: Buffer.from(text, 'utf8').toString('base64'), sha256: sha256Hex(text) };
}
