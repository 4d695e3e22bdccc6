/** Roles a person may hold at a station. */
export const roles = ['clerk', 'grader', 'accountant', 'manager', 'trainer'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const office: readonly Role[] = ['accountant', 'manager', 'trainer'];
const floor: readonly Role[] = ['clerk', 'grader', 'manager', 'trainer'];
const managers: readonly Role[] = ['manager', 'trainer'];

/** What each right is called, and who holds it. `public` needs no sign-in, `signed_in` anybody's. */
export const permissions = {
  public: everyone,
  signed_in: everyone,
  'member.read': everyone,
  'member.write': everyone,
  'member.protected': office,
  'product.read': everyone,
  'product.write': managers,
  'price.read': everyone,
  'price.write': ['accountant', 'manager', 'trainer'],
  'contract.read': everyone,
  'contract.write': ['accountant', 'manager', 'trainer'],
  'ticket.read': everyone,
  'ticket.write': floor,
  'ticket.typed_weight': ['clerk', 'manager', 'trainer'],
  'ticket.override_grade': floor,
  /** To enter a page of the paper book that is older than the station's limit. */
  'ticket.paper_late': managers,
  /** To hand in what a grading machine says; whoever weighs does not speak for a machine. */
  'grading.propose': ['grader', 'manager', 'trainer'],
  'ticket.reverse': ['clerk', 'accountant', 'manager', 'trainer'],
  'approve.reversal': office,
  'scale.use': floor,
  'scale.configure': managers,
  'scale_book.read': everyone,
  'scale_book.check': floor,
  'scale_book.write': managers,
  'approve.scale': office,
  'print.use': everyone,
  'print.configure': managers,
  'settlement.read': office,
  'settlement.write': ['accountant', 'manager', 'trainer'],
  'settlement.pay_now': ['clerk', 'accountant', 'manager', 'trainer'],
  'approve.money': office,
  'cash.read': everyone,
  'cash.write': ['clerk', 'accountant', 'manager', 'trainer'],
  'debt.write': ['clerk', 'accountant', 'manager', 'trainer'],
  'report.read': everyone,
  'system.read': everyone,
  'system.write': managers,
  'user.write': managers,
  'approve.system': office,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** True when the role holds the right. */
export const mayRole = (role: Role, permission: Permission): boolean => (permissions[permission] as readonly Role[]).includes(role);
