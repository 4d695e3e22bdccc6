/** When a published version of terms begins, and whether it puts aside what was to come. */
export interface VersionBegins {
  /** Rises with every publication. */
  readonly number: number;
  /** Moment in milliseconds. */
  readonly effectiveFrom: number;
  /** Versions published before it that would begin with it or later never come into force. */
  readonly replacesComing: boolean;
}

/** True where a later publication put this version aside before it began. */
export function isPutAside(version: VersionBegins, all: readonly VersionBegins[]): boolean {
  return all.some((later) => later.replacesComing && later.number > version.number && later.effectiveFrom <= version.effectiveFrom);
}

/**
 * The versions that will take over from one that begins at a moment, the first of them in front. Publishing over them asks what becomes of
 * them: without an answer tomorrow's prices would follow a paper that today's publisher may not have in mind.
 */
export function takingOver<V extends VersionBegins>(versions: readonly V[], effectiveFrom: number): V[] {
  return versions.filter((version) => version.effectiveFrom > effectiveFrom && !isPutAside(version, versions)).toSorted((a, b) => a.effectiveFrom - b.effectiveFrom || b.number - a.number);
}
