import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneName } from "../../milestone-names.ts";
import { SIGNALS } from "../rules/signals.ts";
import { CHANGES_TOO, isAct, isBad, isRecovery, isResponse, isStep, saysAny, tells } from "../rules/signs.ts";
import type { Saying } from "../statements/saying.ts";
import type { ToldEvent } from "../statements/told-event.ts";

/** The milestones whose candidates are weighed. The others are rare or have their own kind of event. */
export const WEIGHED = [
  "impact_started",
  "detected",
  "responding",
  "mitigation_started",
  "mitigated",
  "resolved",
  "trigger_change",
] as const satisfies readonly MilestoneName[];
export type WeighedName = (typeof WEIGHED)[number];

/** The least that an event itself must contain to be weighed as a milestone. Its place alone isn't enough. */
interface Least {
  /** Kinds that its text states or makes likely. */
  kinds: readonly EventKind[];
  says?: readonly Saying[];
  is?: (event: ToldEvent) => boolean;
}

const LEAST: Record<WeighedName, Least> = {
  trigger_change: { kinds: [...CHANGES_TOO, "third_party_change", "traffic_change", "automated_action"] },
  impact_started: {
    kinds: ["impact_started", "error_observed", "impact_changed", ...CHANGES_TOO],
    says: ["harmed", "hits_users", "breaks", "begins", "fails_wholly", "impact_label"],
    is: isBad,
  },
  detected: {
    kinds: ["acknowledged", "declared", "error_observed", ...SIGNALS],
    says: ["heard", "noticed", "seen_failing", "status_post", "found_out", "looked_into"],
    is: isBad,
  },
  responding: { kinds: ["joined", "acknowledged"], says: ["looked_into", "found_out"], is: isResponse },
  mitigation_started: {
    kinds: [
      "decision",
      "mitigation_started",
      "rollback_started",
      "rollback_finished",
      "restarted",

      "scaled",
    ],
    says: ["fix_live", "repairs", "brings_back"],
    is: (event) => isAct(event) || isStep(event),
  },
  mitigated: {
    kinds: ["rollback_finished", "mitigated", "impact_ended", "resolved", "monitoring", "alert_resolved"],
    says: ["well", "partly_well", "fix_live", "watching", "over"],
    is: isRecovery,
  },
  resolved: {
    kinds: ["resolved", "closed", "impact_ended", "mitigated", "alert_resolved", "monitoring"],
    says: ["well", "over", "said_resolved", "end_label"],
    is: isRecovery,
  },
};

/** Returns whether an event can be a milestone by its own text. */
export function mayBe(name: WeighedName, event: ToldEvent): boolean {
  const { kinds, says = [], is } = LEAST[name];
  return tells(event, kinds) || isLikely(name, event) || saysAny(event, says) || (is?.(event) ?? false);
}

/** Returns whether its text makes one of the kinds likely, and for an end likelier than no kind at all. */
function isLikely(name: WeighedName, { maybe }: ToldEvent): boolean {
  const least = name === "resolved" ? (maybe.get("observation") ?? 0) : 0;
  return LEAST[name].kinds.some((kind) => (maybe.get(kind) ?? 0) > least);
}
