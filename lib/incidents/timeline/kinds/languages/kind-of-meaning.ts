import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Concept } from "./concept.ts";

interface KindOfMeaning {
  kind: EventKind | undefined;
  /** Each of them, or any of a list. */
  of: readonly (Concept | readonly Concept[])[];
  not?: readonly Concept[];
}

const RECOVERY: readonly Concept[] = ["restored", "resolved", "normal"];
/** Excludes that restoring has only started. */
const NOT_YET: readonly Concept[] = [
  "fully",
  "done",
  "end",
  "works",
  "available",
  "resolved",
  "normal",
  "restart",
  "outage",
];
const STEP: readonly Concept[] = ["restart", "rollback", "replace", "deploy", "scale"];
/** Words with which a step or a change is only spoken of. */
const ABOUT_IT: readonly Concept[] = ["cause", "found", "investigate", "suspect", "unclear", "wait"];
const SPOKEN_OF: readonly Concept[] = ["not", ...ABOUT_IT];
const TROUBLE: readonly Concept[] = ["fail", "gone", "outage", "crash", "stops", "alert"];

/** The first that fits decides. */
const KINDS: readonly KindOfMeaning[] = [
  { kind: undefined, of: ["planned"] },
  { kind: undefined, of: ["ponder"], not: ["decide"] },
  { kind: undefined, of: ["expired", "not"] },
  {
    kind: undefined,
    of: ["underway", RECOVERY],
    not: ["fully", "end", "done", "again", "partly", "gradually", "statuspage", "customer", "spokesman"],
  },
  { kind: "mitigation_failed", of: ["useless", [...STEP, "fail", "afterwards"]] },
  { kind: "mitigation_failed", of: ["failed", ["restart", "rollback", "replace", "scale", "repair", ...RECOVERY]] },
  { kind: "mitigation_failed", of: ["afterwards", "persists"], not: [...RECOVERY, "works", "available"] },
  { kind: "public_update", of: ["statuspage", ["publish", "inform", "report"]] },
  { kind: "decision", of: ["decide"] },
  { kind: "acknowledged", of: ["oncall", "confirm", "alert"], not: ["not", "fail"] },
  {
    kind: "internal_update",
    of: [
      ["management", "staff"],
      ["inform", "report", "confirm"],
    ],
    not: ["not", "customer", "statuspage", "spokesman", "fail", "gone"],
  },
  { kind: "dependency_event", of: ["supplier", "confirm", ["outage", "incident", "fail", "gone"]], not: ["contact"] },
  { kind: "rollback_finished", of: ["rollback", "done"], not: ["not"] },
  { kind: "rollback_started", of: ["rollback"], not: ["not"] },
  { kind: "public_update", of: ["spokesman", ["confirm", "publish", "inform", "report"]], not: STEP },
  { kind: "public_update", of: ["customer", ["inform", "publish"]] },
  { kind: "public_update", of: ["communique", "publish"], not: ["done", "restored", "resolved"] },
  { kind: "public_update", of: ["publish", ["incident", "outage"]], not: ["done", "restored", "resolved"] },
  { kind: "acknowledged", of: ["take", "alert"], not: ["not"] },
  { kind: "acknowledged", of: ["acknowledge"], not: ["not"] },
  { kind: "paged", of: ["oncall", "call"] },
  { kind: "paged", of: ["responder", "call"], not: ["not", "customer"] },
  { kind: "handoff", of: ["handover"], not: TROUBLE },
  { kind: "customer_report", of: ["customer", ["report", "complaint"]], not: ["restored", "resolved"] },
  { kind: "customer_report", of: ["desk", ["report", "complaint"]], not: ["restored", "resolved"] },
  { kind: "customer_report", of: ["complaint", ["begin", "rise", "fail", "gone", "receive"]], not: RECOVERY },
  {
    kind: "customer_report",
    of: ["ticket", ["customer", "desk"], ["begin", "declare", "rise", "receive"]],
    not: RECOVERY,
  },
  { kind: undefined, of: ["alert", "useless"] },
  {
    kind: "alert_resolved",
    of: ["alert", ["resolved", "normal", "end", "close", "restored"]],
    not: ["not", "customer", "cause", "found", "watch", "service", "incident", "outage"],
  },
  { kind: "alert_fired", of: ["alert"], not: ["done", "end", "resolved", "normal", "not", "deploy", "migrate"] },
  { kind: "alert_fired", of: ["monitoring", ["report", "notice", "call"]], not: RECOVERY },
  { kind: "alert_fired", of: ["monitoring", ["fail", "rise"]], not: [...RECOVERY, ...STEP, "investigate", "cause"] },
  { kind: "error_observed", of: ["notice", ["gone", "outage"]], not: RECOVERY },
  { kind: undefined, of: [["monitoring", "watch"], "restored"] },
  { kind: undefined, of: [[...RECOVERY, "works"], "not"], not: ["end"] },
  { kind: "resolved", of: ["declare", "restored"], not: ["partly", "gradually"] },
  {
    kind: "mitigated",
    of: [
      [...RECOVERY, "works"],
      ["partly", "gradually"],
    ],
  },
  { kind: "mitigated", of: ["normal", ["fail", "metric", "traffic"]] },
  { kind: "resolved", of: [["resolved", "normal"]], not: ["gone"] },
  { kind: "resolved", of: [["outage", "incident"], "end"] },
  { kind: "resolved", of: ["fully", ["restored", "again"], ["restored", "available", "works", "service"]] },
  { kind: "resolved", of: ["fully", "works"], not: ["not", "gone", "fail", "begin"] },
  { kind: "resolved", of: ["restored", "end"] },
  { kind: "resolved", of: ["ends"], not: ["cause", "investigate", "wait", "not"] },
  { kind: "resolved", of: ["restored", "done"], not: ["service", "backup", "partly", "gradually", "not", "repair"] },
  { kind: "impact_started", of: ["starts"], not: ["investigate", "cause"] },
  { kind: "mitigation_started", of: ["backup", ["restored", "repair"]], not: NOT_YET },
  { kind: "mitigation_started", of: ["repair", ["begin", "apply"]], not: NOT_YET },
  { kind: "impact_ended", of: ["restored", "service"] },
  { kind: "mitigated", of: ["again", ["works", "available"]], not: ["not"] },
  { kind: "mitigated", of: ["again", ["can", "normally"]], not: ["not", ...TROUBLE] },
  { kind: "mitigated", of: ["restored"] },
  {
    kind: "mitigated",
    of: ["stable", ["service", "site", "metric", "traffic"]],
    not: ["not", "wait", "watch", "rise", "investigate", "degraded", "persists", ...TROUBLE],
  },
  { kind: "closed", of: [["incident", "ticket"], "close"], not: ["not", "declare"] },
  { kind: "escalated", of: ["escalate"], not: ["not"] },
  { kind: "declared", of: ["incident", "declare"] },
  { kind: "escalated", of: ["crisis", ["declare", "begin", "call"]], not: ["not"] },
  { kind: "rerouted", of: ["traffic", "replace"], not: SPOKEN_OF },
  { kind: "impact_started", of: ["causes", ["outage", "gone"]], not: ["again", ...RECOVERY, ...ABOUT_IT] },
  { kind: "impact_started", of: ["gone"], not: ["again"] },
  { kind: "impact_started", of: ["outage", "begin"], not: ["relief"] },
  {
    kind: "impact_started",
    of: ["outage", "total"],
    not: ["again", "not", "end", "report", "supplier", ...RECOVERY, ...ABOUT_IT],
  },
  { kind: "impact_started", of: ["attack", "begin"], not: ["not", "investigate", "cause"] },
  {
    kind: "impact_started",
    of: ["fail", "begin"],
    not: [...RECOVERY, ...STEP, "not", "again", "cause", "investigate", "notice", "found"],
  },
  { kind: "impact_started", of: ["cannot", "customer"], not: ["again", "cause", "found", "investigate", "resolved"] },
  { kind: "impact_started", of: ["stops", ["service", "site", "customer"]], not: ["again", "fail", ...ABOUT_IT] },
  { kind: "joined", of: ["onsite", "technician"], not: ["not", "wait", "contact"] },
  { kind: "joined", of: ["join"], not: ["customer", "service", "capacity", ...TROUBLE] },
  { kind: "escalated", of: ["supplier", ["contact", "ticket"]], not: ["not"] },
  { kind: "escalated", of: ["team", "help"], not: ["not", ...TROUBLE] },
  { kind: "error_observed", of: ["crash"], not: ["not", "cause", "found", "investigate", "repair"] },
  { kind: "automated_action", of: ["automatic", ["restart", "replace", "disable", "rollback"]], not: SPOKEN_OF },
  { kind: "restarted", of: ["restart"], not: ["not"] },
  { kind: "deploy_finished", of: ["deploy", "done"] },
  {
    kind: "mitigation_started",
    of: ["relief", ["apply", "begin", "done", "deploy", "set"]],
    not: ["not", "cause", "investigate"],
  },
  { kind: "deploy_started", of: ["deploy"], not: ["not", "cause", "investigate", "found", "prepare"] },
  { kind: "error_observed", of: ["certificate", "expired"], not: ["not", "replace", ...RECOVERY] },
  { kind: "mitigation_started", of: ["replace"], not: ["not", "cause"] },
  { kind: "mitigation_started", of: ["block", "address"], not: [...SPOKEN_OF, "cannot", "gone"] },
  { kind: "mitigation_started", of: ["cache", "clean"], not: [...SPOKEN_OF, ...TROUBLE] },
  { kind: "mitigation_started", of: ["disable"], not: [...SPOKEN_OF, ...TROUBLE] },
  { kind: "config_changed", of: ["setting", "done"], not: [...SPOKEN_OF, ...TROUBLE, "metric"] },
  { kind: "config_changed", of: [["set", "apply"], "setting"], not: [...SPOKEN_OF, ...TROUBLE, "metric"] },
  { kind: "scaled", of: ["scale"], not: ["not", "cause"] },
  { kind: "scaled", of: ["add", "capacity"], not: [...SPOKEN_OF, ...TROUBLE, "metric"] },
  { kind: "migration", of: ["migrate"], not: ["not", "cause", "fail", "found"] },
  { kind: "metric_shift", of: ["fail", "fall"], not: [...SPOKEN_OF, ...STEP] },
  { kind: "metric_shift", of: ["metric", ["rise", "fall"]], not: [...SPOKEN_OF, ...STEP] },
  {
    kind: "error_observed",
    of: ["fail"],
    not: [...RECOVERY, ...STEP, "not", "again", "cause", "investigate", "found", "works"],
  },
  { kind: "metric_shift", of: ["surge"], not: [...SPOKEN_OF, ...STEP, "complaint", "ticket", "customer"] },
  {
    kind: "error_observed",
    of: ["failed"],
    not: [...RECOVERY, ...STEP, "not", "again", "cause", "found", "investigate"],
  },
  { kind: "error_observed", of: ["disk", "full"], not: [...RECOVERY, "not", "again", "cause", "found"] },
  { kind: "error_observed", of: ["degraded"], not: [...RECOVERY, ...SPOKEN_OF, "fall", "watch"] },
  { kind: "error_observed", of: ["stops"], not: ["again", ...ABOUT_IT] },
  {
    kind: "config_changed",
    of: ["enable"],
    not: [...SPOKEN_OF, ...TROUBLE, "crisis", "incident", "prepare", "declare"],
  },
  { kind: "monitoring", of: ["keepwatch"], not: ["not", "notice", ...TROUBLE] },
  { kind: "hypothesis_rejected", of: ["ruledout"], not: TROUBLE.filter((one) => one !== "fail" && one !== "outage") },
  { kind: "hypothesis", of: ["suspect"], not: ["found", "not", "unclear", "incident", "alert"] },
];

const hasAny = (means: ReadonlySet<Concept>, wanted: Concept | readonly Concept[]): boolean =>
  typeof wanted === "string" ? means.has(wanted) : wanted.some((one) => means.has(one));

/** Returns the kind of a line with these meanings, or undefined if they suggest none. */
export const kindOfMeaning = (means: ReadonlySet<Concept>): EventKind | undefined =>
  KINDS.find(({ of, not = [] }) => of.every((all) => hasAny(means, all)) && !hasAny(means, not))?.kind;
