const SEQUENCE_TIMEOUT_MS = 1200;

export type PendingSequence = { readonly chords: readonly string[]; readonly atMs: number };
export type SequenceStep = { readonly matched: number | null; readonly pending: PendingSequence | null };

/**
 * Adds one chord to the active sequences and returns which one is complete, or what is still pending. `sequences` are
 * lists of chords, and a later one takes precedence over an earlier equal one. A pause of 1.2 s starts again.
 */
export function advanceSequence(
  pending: PendingSequence | null,
  press: { readonly chord: string; readonly atMs: number },
  sequences: readonly (readonly string[])[],
): SequenceStep {
  const alive = pending && press.atMs - pending.atMs <= SEQUENCE_TIMEOUT_MS ? pending.chords : [];
  for (const chords of alive.length > 0 ? [[...alive, press.chord], [press.chord]] : [[press.chord]]) {
    const matched = sequences.findLastIndex((one) => one.length === chords.length && startsWith(one, chords));
    if (matched >= 0) return { matched, pending: null };
    if (sequences.some((one) => one.length > chords.length && startsWith(one, chords)))
      return { matched: null, pending: { chords, atMs: press.atMs } };
  }
  return { matched: null, pending: null };
}

function startsWith(sequence: readonly string[], head: readonly string[]): boolean {
  return head.every((chord, at) => sequence[at] === chord);
}
