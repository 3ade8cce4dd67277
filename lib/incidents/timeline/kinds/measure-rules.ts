import type { KindRule } from "./kind-rule.ts";

/** What is measured and seen to fail. */
export const MEASURES: readonly KindRule[] = [
  {
    kind: "error_observed",
    verbs: "return reappear recur resume come-back",
    head: ["ERROR"],
    voice: "active",
    not: ["METRIC_END"],
    seen: true,
  },
  { kind: "error_observed", verbs: "be", head: ["ERROR"], says: ["BACK"], not: ["METRIC_END"], seen: true },
  {
    kind: "metric_shift",
    verbs: `rise increase spike climb drop fall decrease surge peak grow stabilise stabilize double triple halve jump plummet recover
      return normalize exceed reach hit subside stop go come go-back come-back decline settle`,
    head: ["METRIC", "ERROR"],
    voice: "active",
    seen: true,
  },
  { kind: "metric_shift", verbs: "peg max pin", head: ["METRIC"], seen: true },
  {
    kind: "metric_shift",
    verbs: "rise increase climb drop fall decrease grow double spike surge",
    head: ["AMOUNT"],
    by: ["METRIC", "ERROR"],
    voice: "active",
    seen: true,
  },
  { kind: "metric_shift", verbs: "halve double triple", head: ["METRIC"], voice: "passive" },
  { kind: "metric_shift", verbs: "fall-behind", seen: true, not: ["TEAM"] },
  { kind: "metric_shift", verbs: "reach hit exceed pass", head: ["METRIC"], of: ["NUMBER"], seen: true },
  { kind: "metric_shift", verbs: "drain clear empty process halve", head: ["BACKLOG"], seen: true },
  { kind: "metric_shift", verbs: "increase elevate decrease", of: ["METRIC", "ERROR"], voice: "active" },
  {
    kind: "metric_shift",
    verbs: "begin start observe see detect notice occur happen continue",
    by: ["SHIFT"],
    seen: true,
  },
  {
    kind: "metric_shift",
    verbs: "see observe notice experience show detect",
    of: ["SHIFT"],
    voice: "active",
    seen: true,
  },
  { kind: "metric_shift", verbs: "be", head: ["METRIC"], says: ["HIGH", "NUMBER"], seen: true },
  { kind: "metric_shift", verbs: "hit reach exceed", of: ["LIMIT"], seen: true },
  { kind: "metric_shift", verbs: "", bare: "only", head: ["SHIFT"] },
  { kind: "metric_shift", verbs: "", bare: "only", by: ["SHIFT"], near: ["METRIC", "ERROR"] },
  { kind: "error_observed", verbs: "succeed pass", negated: true, not: ["TEAM", "ATTEMPT"] },
  {
    kind: "error_observed",
    verbs: "fail crash hang stall time-out die break panic expire collapse malfunction misbehave run-out",
    seen: true,
    not: ["TEAM"],
    voice: "active",
  },
  { kind: "error_observed", verbs: "kill terminate", by: ["ERROR"], seen: true },
  { kind: "error_observed", verbs: "experience", of: ["ERROR"], not: ["TEAM"], seen: true },
  { kind: "error_observed", verbs: "exhaust deplete saturate overwhelm overload", seen: true, not: ["TEAM"] },
  { kind: "error_observed", verbs: "lose", of: ["QUORUM"], seen: true, not: ["TEAM"] },
  {
    kind: "error_observed",
    verbs: "return throw serve emit log show see observe notice encounter receive get give start report",
    of: ["ERROR"],
    seen: true,
  },
  {
    kind: "error_observed",
    verbs: "appear occur happen begin start persist continue return hit affect spread",
    by: ["ERROR"],
    seen: true,
  },
  { kind: "error_observed", verbs: "be become get remain", says: ["BROKEN", "DOWN"], seen: true },
  { kind: "error_observed", verbs: "remain stay keep", head: ["METRIC", "ERROR"], says: ["HIGH"], seen: true },
  { kind: "error_observed", verbs: "enter go", of: ["BADSTATE"], seen: true },
  { kind: "error_observed", verbs: "respond work load start connect", negated: true, seen: true, not: ["ATTEMPT"] },
  { kind: "error_observed", verbs: "refuse reject", head: ["RUNNING", "PARTS", "SERVICE"], seen: true },
  { kind: "error_observed", verbs: "", bare: "only", head: ["ERROR"] },
];

/** What is thought. */
export const THOUGHTS: readonly KindRule[] = [
  { kind: "hypothesis", verbs: "suspect believe think assume hypothesize", voice: "active", not: ["USERS"] },
  { kind: "hypothesis", verbs: "be", head: ["THEORY"] },
  { kind: "hypothesis", verbs: "", bare: "only", head: ["THEORY"] },
  { kind: "hypothesis_rejected", verbs: "rule-out exclude" },
  { kind: "hypothesis_rejected", verbs: "be", negated: true, says: ["IDEA"] },
  { kind: "confusion", verbs: "be", says: ["UNCLEAR"] },
  { kind: "confusion", verbs: "be", negated: true, says: ["SURE"] },
];
