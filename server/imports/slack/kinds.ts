import type { EventKind } from "#lib/timeline/event-kinds.ts";
import { guessKind } from "../text/event-words.ts";

const KIND_BY_SUBTYPE: Record<string, EventKind> = {
  channel_join: "joined",
  group_join: "joined",
  channel_leave: "left",
  group_leave: "left",
};

/** What a bot's words announce, first match wins. */
const BOT_RULES: readonly (readonly [RegExp, EventKind])[] = [
  [/\b(resolved|recovered|back to normal|cleared)\b/i, "alert_resolved"],
  [/\b(roll(ed|ing)?[ -]?back|revert(ed|ing)?)\b/i, "rollback_started"],
  [
    /\b(deploy(ed|ment)?|release[d]?|rollout)\b.*\b(finished|complete[d]?|succeeded|success|failed|done)\b/i,
    "deploy_finished",
  ],
  [/\b(deployed|released)\b/i, "deploy_finished"],
  [/\b(deploy(ing|ment)?|rollout|releasing)\b/i, "deploy_started"],
  [/\b(feature )?flag\b/i, "flag_changed"],
  [/\b(firing|fired|triggered|alert|alarm|critical|warning|down|unhealthy|threshold)\b/i, "alert_fired"],
];

/** Kind of a message: what Slack says about it, else what a bot announces, else what a person's words suggest. */
export function kindOfMessage(subtype: string | null, isBot: boolean, words: string): EventKind {
  const known = subtype === null ? undefined : KIND_BY_SUBTYPE[subtype];
  if (known) return known;
  if (isBot) return BOT_RULES.find(([pattern]) => pattern.test(words))?.[1] ?? "automated_action";
  if (words === "" || subtype?.startsWith("channel_")) return "internal_update";
  return guessKind(words);
}
