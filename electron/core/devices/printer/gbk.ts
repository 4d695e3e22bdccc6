import iconv from 'iconv-lite';

/** Places of the code page that have no character of their own: printers leave them empty. */
const PRIVATE_USE = /[\ue000-\uf8ff\ud800-\udfff]/;

/**
 * Text as the bytes of a Chinese printer, one for ASCII and two for Chinese; null when a character is not in GBK.
 * Only what GBK and GB18030 write alike is taken: four-byte codes print as rubbish on most printers, and `€` stands in different places.
 */
export function gbkBytes(text: string): Buffer | null {
  if (PRIVATE_USE.test(text)) return null;
  const bytes = iconv.encode(text, 'gb18030');
  return bytes.equals(iconv.encode(text, 'gbk')) ? bytes : null;
}
