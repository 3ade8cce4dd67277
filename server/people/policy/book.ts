import type { PolicyEdition } from "#generated/prisma/client.ts";
import { type Applied, applyPolicies, type PolicyRule } from "#lib/people/policy/applied.ts";
import { type PolicyFacts, type PolicyValues, WANTED_DAYS } from "#lib/people/policy/values.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** The policies of all editions. Each promise keeps the edition under which it was made. */
export interface PolicyBook {
  /** The newest edition. 0: no policy was ever saved. */
  newest: number;
  /** Returns the policies of an edition, or the newest ones for null. */
  at: (edition: number | null) => readonly PolicyRule[];
  /** Returns the rows behind them. */
  rowsAt: (edition: number | null) => readonly EditionRow[];
  /** Returns what an edition, or the newest one for null, says about something. */
  apply: (facts: PolicyFacts, edition: number | null) => Applied;
  /** The most days before a due date on which any edition reminds an owner. */
  longestBefore: number;
  /** The fewest days after which any edition asks whether a P3 is still wanted. */
  shortestWanted: number;
  /** Everyone whom an edition names for a rung of the ladder. */
  namedPeople: string[];
  /** The first edition with deadlines. Null: none ever had any. */
  firstDeadlines: number | null;
  /** Returns after how many days the health of a team's strategic change is stale. */
  healthDays: (teamId: string | null) => number;
  /** Returns after how many days someone is asked for the effect of a team's delivered change. */
  changeEffectDays: (teamId: string | null) => number;
}

export type EditionRow = Omit<PolicyEdition, "at" | "moved">;

const ruleOf = ({ policyId, name, serviceIds, teamIds, severities, priorities, values }: EditionRow): PolicyRule => ({
  id: policyId,
  name,
  scope: { serviceIds, teamIds, severities, priorities },
  // Written by this server alone, after the contract checked it.
  values: values as unknown as PolicyValues,
});

export const loadBook = async (ctx: Ctx): Promise<PolicyBook> => bookOf(await listEditions(ctx));

/** Returns every edition, oldest first: one for each save, and one for each earlier edition whose promises it moved. */
export const listEditions = (ctx: Ctx): Promise<EditionRow[]> =>
  ctx.db.policyEdition.findMany({ orderBy: { number: "asc" }, omit: { at: true, moved: true } });

/** Returns the book of some editions, in the order of their numbers. */
export function bookOf(rows: readonly EditionRow[]): PolicyBook {
  const main = rows.filter(({ base }) => base === null);
  const newest = main.at(-1)?.number ?? 0;
  const editions = new Map<number, readonly EditionRow[]>();
  const rowsAt = (edition: number | null): readonly EditionRow[] => {
    const wanted = edition ?? newest;
    const known = editions.get(wanted);
    if (known) return known;
    const own = rows.find(({ number }) => number === wanted);
    const all =
      own === undefined || own.base === null
        ? main.filter(({ number }) => number <= wanted)
        : [...rowsAt(own.base).filter(({ policyId }) => policyId !== own.policyId), own];
    const found = [...new Map(all.map((row) => [row.policyId, row])).values()];
    editions.set(wanted, found);
    return found;
  };
  const at = (edition: number | null) =>
    rowsAt(edition)
      .filter(({ archived }) => !archived)
      .map(ruleOf);
  const ofTeam = (teamId: string | null) => {
    const facts = { priority: null, severity: null, serviceIds: [], teamIds: teamId === null ? [] : [teamId] };
    return applyPolicies(at(null), facts).values;
  };
  const before = rows.map(ruleOf).flatMap(({ values: { ladder, ladderP0 } }) => [ladder?.before, ladderP0?.before]);
  return {
    newest,
    at,
    rowsAt,
    apply: (facts, edition) => applyPolicies(at(edition), facts),
    healthDays: (teamId) => ofTeam(teamId).healthDays,
    changeEffectDays: (teamId) => ofTeam(teamId).changeEffectDays,
    namedPeople: [
      ...new Set(
        rows.map(ruleOf).flatMap(({ values: { ladderManager, ladderParent } }) => [ladderManager, ladderParent]),
      ),
    ].flatMap((id) => id ?? []),
    firstDeadlines: rows.find((row) => (ruleOf(row).values.deadlines ?? []).length > 0)?.number ?? null,
    shortestWanted: Math.min(WANTED_DAYS, ...rows.map((row) => ruleOf(row).values.wantedDays ?? WANTED_DAYS)),
    longestBefore: Math.max(BUILT_IN_BEFORE, ...before.map((days) => days ?? 0)),
  };
}

const BUILT_IN_BEFORE = 3;
