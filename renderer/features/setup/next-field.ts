/** Moves the cursor to the next field of the page; false when it stood in the last one, or in none. */
export function toNextField(): boolean {
  const at = document.activeElement;
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-first-fields] input')];
  const next = at instanceof HTMLInputElement && fields.includes(at) ? fields[fields.indexOf(at) + 1] : undefined;
  next?.focus();
  return next !== undefined;
}
