import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, incidentKeyOf, numberOfKey, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const KEY = /^(INC|REV|ACT)-[1-9]\d{0,8}$/;

/**
 * Returns how values of audit entries are shown: keys of records that the reader can't see become "Restricted item".
 */
export async function hideKeys({ db, actor }: Ctx, values: readonly unknown[]): Promise<(value: unknown) => unknown> {
  const keys = [...new Set(values.flatMap(keysIn))];
  const select = { number: true } as const;
  const hidden = await Promise.all([
    hiddenAmong(keys, incidentKeyOf, (number, seen) =>
      db.incident.findMany({ where: { number, AND: seen ? incidentVisibleTo(actor) : {} }, select }),
    ),
    hiddenAmong(keys, reviewKeyOf, (number, seen) =>
      db.review.findMany({ where: { number, AND: seen ? reviewVisibleTo(actor) : {} }, select }),
    ),
    hiddenAmong(keys, actionKeyOf, (number, seen) =>
      db.actionItem.findMany({ where: { number, AND: seen ? actionItemVisibleTo(actor) : {} }, select }),
    ),
  ]);
  const all = new Set(hidden.flat());
  return (value) => (all.size === 0 ? value : without(value, all));
}

type Find = (number: { in: number[] }, seenOnly: boolean) => Promise<{ number: number }[]>;

/** Returns those of the keys whose records exist, but not for the reader. */
async function hiddenAmong(keys: readonly string[], keyOf: (number: number) => string, find: Find): Promise<string[]> {
  const numbers = keys.map(numberOfKey).filter((number, index) => keyOf(number) === keys[index]);
  if (numbers.length === 0) return [];
  const [there, seen] = await Promise.all([find({ in: numbers }, false), find({ in: numbers }, true)]);
  const visible = new Set(seen.map(({ number }) => number));
  return there.flatMap(({ number }) => (visible.has(number) ? [] : [keyOf(number)]));
}

function keysIn(value: unknown): string[] {
  if (typeof value === "string") return KEY.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(keysIn) : [];
}

function without(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (typeof value === "string") return hidden.has(value) ? RESTRICTED_TITLE : value;
  if (Array.isArray(value)) return value.map((one) => without(one, hidden));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, without(one, hidden)]));
}
