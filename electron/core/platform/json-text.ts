/** What a text says as JSON; `undefined`, which no JSON text means, when it is not JSON at all. */
export function parseJson(text: string): unknown {
  // A setting that nobody made is an empty text: an error thrown and caught for it costs as much as writing some rows.
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
