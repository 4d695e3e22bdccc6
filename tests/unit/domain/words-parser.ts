const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** A section below 10,000 read character by character. */
function section(text: string): number {
  let value = 0;
  let digit = 0;
  for (const character of text) {
    const place = PLACES[character];
    if (place === undefined) digit = DIGITS.indexOf(character);
    else value += digit * place;
    if (place !== undefined) digit = 0;
  }
  return value + digit;
}

function whole(text: string): number {
  for (const [unit, size] of [['亿', 100_000_000], ['万', 10_000]] as const) {
    const at = text.indexOf(unit);
    if (at >= 0) return whole(text.slice(0, at)) * size + whole(text.slice(at + 1));
  }
  return section(text);
}

/** Reads an amount in capital characters back to fen, by a way of its own: it shares nothing with the code that writes them. */
export function readWords(words: string): number {
  const match = /^(负?)(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/.exec(words);
  if (match === null) throw new Error(`cannot read ${words}`);
  const [, sign, yuan = '', jiao = '零', cents = '零'] = match;
  const fen = whole(yuan) * 100 + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(cents);
  return sign === '负' ? -fen : fen;
}
