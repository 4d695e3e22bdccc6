/** The version at the end of the name of a layout (`lot-label-2`), as it is kept with a paper. A name without one is a bug. */
export function layoutNumber(layout: string): number {
  const version = /-(\d+)$/u.exec(layout)?.[1];
  if (version === undefined) throw new Error(`a layout without a version: ${layout}`);
  return Number(version);
}
