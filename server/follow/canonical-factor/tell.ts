import { countWords } from "#lib/base/text/sentence.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { type FollowedFactor, tellConditionFollowers } from "#server/follow/condition-follower/index.ts";
import { isCounted } from "./present.ts";

interface Brought {
  id: string;
  /** The factors that it has now, and hadn't before. */
  factorIds: readonly string[];
  /** The condition that they came along with, and who followed only that one. */
  merged?: { name: string; followerIds: readonly string[] };
}

/**
 * Notifies the followers of a condition of the incidents in which it's seen again: those that each can read now and
 * couldn't find there before.
 */
export async function tellSeenAgain(tx: TxCtx, { id, factorIds, merged }: Brought): Promise<void> {
  const brought = new Set(factorIds);
  await tellConditionFollowers(tx, [id], ({ follower, condition, factors }) => {
    const joined = merged?.followerIds.includes(follower.id) ?? false;
    const isNew = (factor: FollowedFactor) => brought.has(factor.id) !== joined;
    const known = new Set(factors.filter((factor) => !isNew(factor)).map(({ incident }) => incident.id));
    const seen = new Map(
      factors
        .filter((factor) => isNew(factor) && !known.has(factor.incident.id) && isCounted(factor.incident))
        .map((factor) => [factor.incident.id, factor] as const),
    );
    const [first, ...others] = seen.values();
    if (!first) return [];
    const again = others.length === 0 ? "again" : `in ${countWords(seen.size, "more incident")}`;
    const parts = [
      merged ? `“${merged.name}” became part of it.` : "",
      others.length === 0 ? incidentWords(first) : "",
    ];
    // An email about several is as discreet as the most restricted one needs.
    const about = others.find(({ incident }) => incident.restricted) ?? first;
    return [
      {
        kind: "canonical_factor.seen",
        subject: `Seen ${again}: ${condition.name}`,
        body: parts.filter((part) => part !== "").join(" "),
        incidentId: about.incident.id,
      },
    ];
  });
}

const incidentWords = ({ incident: { number, title }, statement }: FollowedFactor): string =>
  `${incidentKeyOf(number)} ${title}: “${statement}”`;
