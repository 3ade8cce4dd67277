import type { UserActor } from "#lib/base/access/actor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const select = { number: true, title: true } as const;

/** Returns the titles of items by their paths. Those that a person can't read are missing. */
export async function titlesOf(
  { db }: Ctx,
  actor: UserActor,
  items: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const numbersOf = (folder: string) => {
    const paths = items.filter((item) => item.startsWith(folder));
    return { in: paths.map((item) => numberOfKey(item.slice(folder.length))) };
  };
  const [actions, reviews, incidents, changes] = await Promise.all([
    db.actionItem.findMany({
      where: { AND: [{ number: numbersOf("/actions/") }, actionItemVisibleTo(actor)] },
      select,
    }),
    db.review.findMany({ where: { AND: [{ number: numbersOf("/reviews/") }, reviewVisibleTo(actor)] }, select }),
    db.incident.findMany({ where: { AND: [{ number: numbersOf("/incidents/") }, incidentVisibleTo(actor)] }, select }),
    db.strategicChange.findMany({ where: { number: numbersOf("/strategy/") }, select }),
  ]);
  const named = (path: string, rows: readonly { number: number; title: string }[]) =>
    rows.map(({ number, title }) => [`${path}${number}`, title] as const);
  return new Map([
    ...[...named("/actions/ACT-", actions), ...named("/reviews/REV-", reviews)],
    ...[...named("/incidents/INC-", incidents), ...named("/strategy/SC-", changes)],
  ]);
}
