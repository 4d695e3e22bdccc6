/** Shows the first 6 and last 4 of a resident id; anything too short to hide something shows nothing. */
export function maskResidentId(value: string): string {
  return maskMiddle(value, 6, 4);
}

/** Shows the first 3 and last 4 of a telephone number. */
export function maskPhone(value: string): string {
  return maskMiddle(value, 3, 4);
}

/** Shows the last 4 of a bank account, after four stars whatever its length. */
export function maskAccount(value: string): string {
  return value.length > 4 ? `****${value.slice(-4)}` : '****';
}

function maskMiddle(value: string, head: number, tail: number): string {
  const hidden = value.length - head - tail;
  return hidden > 0 ? value.slice(0, head) + '*'.repeat(hidden) + value.slice(-tail) : '*'.repeat(value.length);
}
