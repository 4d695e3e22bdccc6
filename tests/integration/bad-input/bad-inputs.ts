/** Every kind of bad input the station must bear. */
export const badInputs = [
  'scale noise', 'half frames', 'cable out and in', 'printer refused', 'printer silent', 'database locked', 'database corrupt', 'database from the future', 'database read-only', 'disk full',
  'clock behind', 'clock a year ahead', 'PIN wrong five times', 'malformed call on the port', 'malformed call on the command line', 'same command id with other input',
  'spreadsheet cells in a number field', 'Chinese composition and Enter',
] as const;
export type BadInput = (typeof badInputs)[number];

/**
 * What the product answered: a fault (three sentences: what happened, what was saved, what to do), a refusal of an area (what happened and
 * what to do: nothing was written), a number field's own sentence, or nothing at all where nothing was done.
 */
export type Told = `fault ${string}` | `refusal ${string}.${string}` | `number ${string}` | 'silence';
