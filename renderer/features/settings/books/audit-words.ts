/** How a recorded call ended. */
export const outcomes = ['ok', 'refused', 'fault', 'bug', 'pin_failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** The areas of the business as the audit list calls them; each has a word. */
const areas = ['session', 'user', 'setup', 'member', 'product', 'container', 'price', 'draft', 'ticket', 'report', 'scale', 'scale_book', 'print', 'printer', 'settlement', 'cash', 'debt', 'system', 'backup', 'countersign', 'setting', 'recovery', 'file', 'audit', 'grading', 'photo'] as const;
export type AuditArea = (typeof areas)[number];

export function areaOf(op: string): string {
  return op.split('.')[0] ?? op;
}

export function isArea(name: string): name is AuditArea {
  return areas.some((area) => area === name);
}
