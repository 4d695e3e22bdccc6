import { z } from 'zod';
import { defineOperation } from './define.ts';
import { businessDay, density, done, line, locale, moment, nothing, pin, ulid } from './fields.ts';
import { roles } from './permission.ts';

export const personSchema = z.object({
  id: ulid, login: z.string(), name: z.string(), role: z.enum(roles), locale, density, active: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

export const sessionStateSchema = z.object({
  /** `setup`: an empty folder; `clock_stopped`: no numbers until a second person confirms the time; `clock_confirm`: confirm date and weekday. */
  phase: z.enum(['setup', 'sign_in', 'clock_confirm', 'clock_stopped', 'ready']),
  folderKind: z.enum(['live', 'training']),
  cooperative: z.string().nullable(),
  station: z.object({ code: z.string(), name: z.string(), deskLetter: z.string() }).nullable(),
  people: z.array(personSchema),
  user: personSchema.nullable(),
  permissions: z.array(z.string()),
  businessDate: businessDay,
  now: moment,
  lastEventAt: moment.nullable(),
  /** `file`: no key store of the system protects the data key; `none`: protected fields cannot be opened here. */
  keyProtection: z.enum(['system', 'file', 'none']),
  version: z.string(),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

export const sessionOperations = {
  'session.state': defineOperation({ kind: 'query', permission: 'public', input: nothing, output: sessionStateSchema, refusals: [] }),
  'session.signIn': defineOperation({
    kind: 'command', permission: 'public', input: z.object({ user: z.string().min(1).max(64), pin: z.string().max(32) }).strict(),
    output: z.object({ user: personSchema }), refusals: ['pin_wrong', 'pin_locked', 'user_inactive'],
  }),
  'session.signOut': defineOperation({ kind: 'command', permission: 'signed_in', input: nothing, output: done, refusals: [] }),
  'session.prefer': defineOperation({
    kind: 'command', permission: 'signed_in', input: z.object({ locale: locale.optional(), density: density.optional() }).strict(), output: done, refusals: [],
  }),
  'session.confirmDate': defineOperation({
    kind: 'command', permission: 'signed_in', input: z.object({ businessDate: businessDay }).strict(), output: done, refusals: ['date_differs', 'nothing_to_confirm'],
  }),
  'session.correctClock': defineOperation({
    kind: 'command', permission: 'signed_in', input: z.object({ reason: line(200) }).strict(), output: done,
    refusals: ['clock_is_fine'], approval: { permission: 'approve.system', required: true },
  }),
  'session.echo': defineOperation({ kind: 'query', permission: 'public', input: nothing, output: done, refusals: [] }),
} as const;

export const userOperations = {
  'user.list': defineOperation({ kind: 'query', permission: 'signed_in', input: nothing, output: z.object({ rows: z.array(personSchema) }), refusals: [] }),
  'user.save': defineOperation({
    kind: 'command', permission: 'user.write',
    input: z.object({ id: ulid.optional(), login: z.string().regex(/^[a-z0-9._-]{2,32}$/), name: line(60), role: z.enum(roles), active: z.boolean(), pin: pin.optional(), locale, density }).strict(),
    output: z.object({ id: ulid }), refusals: ['login_taken', 'pin_missing', 'pin_weak', 'last_manager', 'user_unknown'],
    /** Needed for a new PIN of somebody who has one, and for whoever is to agree to what others do (accountant, manager, trainer). */
    approval: { permission: 'approve.system', required: false },
  }),
  'user.resetPin': defineOperation({
    kind: 'command', permission: 'user.write', input: z.object({ id: ulid, pin }).strict(), output: done,
    refusals: ['user_unknown', 'pin_weak'], approval: { permission: 'approve.system', required: true },
  }),
} as const;
