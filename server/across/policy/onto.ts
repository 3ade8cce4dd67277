import { isDeepStrictEqual } from "node:util";
import type { Applied } from "#lib/people/policy/applied.ts";
import { POLICY_KEYS, type PolicyFacts, type PolicyKey, type PolicyValues } from "#lib/people/policy/values.ts";
import { bookOf, type EditionRow, type PolicyBook } from "#server/people/policy/index.ts";

/** A save of a policy, and what each past promise would follow if it moved too. */
export interface Save {
  book: PolicyBook;
  /** Returns the edition that a promise of another edition would move to. */
  next: (edition: number | null) => number;
  /** Returns the row of such an edition, if it is yet to be stored. */
  rowOf: (edition: number) => EditionRow | undefined;
  /** Returns what a promise follows now, and what it would follow. */
  apply: (facts: PolicyFacts, edition: number | null) => { made: Applied; next: Applied };
}

const SCOPE = ["serviceIds", "teamIds", "severities", "priorities", "archived"] as const;

/**
 * Returns a save, the last of some editions. A past promise keeps the policies that it was made under and takes what
 * this save changes, so an earlier save that left it alone still does. A save without a change takes up all its policy.
 */
export function saveOf(rows: readonly EditionRow[], saved: EditionRow): Save {
  const earlier = bookOf(rows.filter(({ number }) => number < saved.number));
  const former = earlier.rowsAt(null).find(({ policyId }) => policyId === saved.policyId);
  const changed = former ? changedKeys(former, saved) : POLICY_KEYS;
  const bases = [...new Set([0, ...rows.map(({ number }) => number)])].filter(
    (number) => number !== earlier.newest && number !== saved.number,
  );
  // Numbers below zero are free.
  const mixed = bases.map((base) => {
    return { ...mixedRow(earlier, base, { saved, changed }), base, number: -1 - base };
  });
  const book = bookOf([...rows, ...mixed]);
  const next = (edition: number | null) =>
    edition === null || edition === earlier.newest ? saved.number : -1 - edition;
  return {
    book,
    next,
    rowOf: (number) => mixed.find((row) => row.number === number),
    apply: (facts, edition) => {
      const made = book.apply(facts, edition);
      const [today, tomorrow] = [book.apply(facts, earlier.newest), book.apply(facts, saved.number)];
      const isTaken = (key: PolicyKey) =>
        changed.length === 0
          ? tomorrow.from[key] === saved.policyId
          : !isDeepStrictEqual(today.values[key], tomorrow.values[key]);
      const same = POLICY_KEYS.filter((key) => !isTaken(key));
      if (same.length === POLICY_KEYS.length) return { made, next: made };
      const then = book.apply(facts, next(edition));
      const unchanged = Object.fromEntries(same.map((key) => [key, made.values[key]]));
      return { made, next: { ...then, values: { ...then.values, ...unchanged } } };
    },
  };
}

// Written by this server alone, after the contract checked it.
const valuesOf = ({ values }: EditionRow) => values as unknown as PolicyValues;

/** Returns the values that a save changes. Another scope changes all of them. */
function changedKeys(former: EditionRow, saved: EditionRow): readonly PolicyKey[] {
  if (SCOPE.some((key) => !isDeepStrictEqual(former[key], saved[key]))) return POLICY_KEYS;
  const [old, now] = [valuesOf(former), valuesOf(saved)];
  return POLICY_KEYS.filter((key) => !isDeepStrictEqual(old[key], now[key]));
}

/** Returns the policy as an edition has it, with what a save changes. */
function mixedRow(
  book: PolicyBook,
  base: number,
  { saved, changed }: { saved: EditionRow; changed: readonly PolicyKey[] },
): EditionRow {
  if (changed.length === 0 || changed.length === POLICY_KEYS.length) return saved;
  const kept = book.rowsAt(base).find(({ policyId }) => policyId === saved.policyId);
  const now = valuesOf(saved);
  const taken = Object.fromEntries(changed.map((key) => [key, now[key]]));
  // Without the values that are left out.
  const values = JSON.parse(JSON.stringify({ ...(kept ? valuesOf(kept) : {}), ...taken }));
  return { ...saved, ...kept, values, version: saved.version };
}
