import i18next, { type TFunction } from 'i18next';
import type { Failure, OperationName } from '../../api/operation-types.ts';

export interface FailureWords {
  readonly what: string;
  /** What is safe; null where nobody but the screen knows. */
  readonly saved: string | null;
  /** What to do; null where the sentence says it already. */
  readonly todo: string | null;
  /** For the small corner: the code, and for a fault its correlation id. */
  readonly code: string;
  readonly fault: boolean;
}

type Params = Readonly<Record<string, string | number | null>>;

// Codes come from core at run time, so these two take any key; a test holds every declared code against the files.
const exists = i18next.exists as (key: string, options: { ns: string }) => boolean;
const translate = i18next.t as (key: string, options: object) => string;

function firstText(namespaces: readonly string[], key: string, params: Params): string | null {
  const ns = namespaces.find((candidate) => exists(key, { ns: candidate }));
  return ns === undefined ? null : translate(key, { ns, ...params });
}

/**
 * The words of a failure. A refusal's sentence is `refusal.<code>` in its area's file, else in `rpc.json`; what to do may stand beside it
 * as `todo.<code>`. A fault has `<code>.what`, `.saved` and `.do` in `fault.json`.
 */
export function failureWords(failure: Failure, op: OperationName | null, t: TFunction<'app'>): FailureWords {
  if ('refusal' in failure) {
    const { code, params } = failure.refusal;
    const areas = [...(op === null ? [] : [op.split('.')[0] ?? op]), 'rpc', 'app'];
    return {
      what: firstText(areas, `refusal.${code}`, params) ?? t('notice.refusedUnknown'), saved: null,
      todo: firstText(areas, `todo.${code}`, params), code, fault: false,
    };
  }
  const { code, params, correlationId } = failure.fault;
  const faultText = (part: 'what' | 'saved' | 'do'): string | null => firstText(['fault'], `${code}.${part}`, params) ?? firstText(['fault'], `internal.${part}`, params);
  return {
    what: faultText('what') ?? t('notice.faultUnknown'), saved: faultText('saved'), todo: faultText('do'),
    code: `${code} · ${correlationId.slice(-8)}`, fault: true,
  };
}
