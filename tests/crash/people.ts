import type { Approval } from '../../electron/contract/envelope.ts';

export const pins = { wang: '2580', li: '1470', zhang: '3690' } as const;
export const accountant: Approval = { user: 'li', pin: pins.li };
export const manager: Approval = { user: 'wang', pin: pins.wang };
