import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { guessKind } from "#lib/incidents/timeline/kinds/guess-kind.ts";

/** Rules for what a bot announces. The first match wins. */
const BOT_RULES: KindRules = [
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

/** Returns the kind of a chat message: what a bot announces, or what a person's text suggests. */
export function kindOfChat(isBot: boolean, words: string): EventKind {
  if (isBot) return kindBy(BOT_RULES, words, "automated_action");
  return words === "" ? "internal_update" : guessKind(words);
}
