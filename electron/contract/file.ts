import { z } from 'zod';
import { defineOperation } from './define.ts';
import { line } from './fields.ts';

/** Kinds of files a person may keep from the window. */
export const savedFileKind = z.enum(['txt', 'pdf', 'csv', 'xlsx', 'png', 'json']);
export type SavedFileKind = z.infer<typeof savedFileKind>;

export const fileOperations = {
  /** Asks the person where to keep a file and writes it there; null when they cancel. Open before the first run too, for the recovery code. */
  'file.save': defineOperation({
    kind: 'command', permission: 'public',
    input: z.object({ name: line(120), kind: savedFileKind, base64: z.string().max(40_000_000) }).strict(),
    output: z.object({ savedTo: z.string().nullable() }), refusals: [],
  }),
} as const;
