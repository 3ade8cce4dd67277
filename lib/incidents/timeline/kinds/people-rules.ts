import type { KindRule } from "./kind-rule.ts";

/** Who decides, asks and declares, and what a supplier does. */
export const TALK: readonly KindRule[] = [
  { kind: "question", verbs: "ask wonder", says: ["ASKING"] },
  { kind: "decision", verbs: "decide opt" },
  { kind: "decision", verbs: "agree choose", voice: "active", not: ["USERS"] },
  { kind: "decision", verbs: "make take reach come", of: ["DECISION"] },
  { kind: "decision", verbs: "", bare: "only", head: ["DECISION"] },
  {
    kind: "dependency_event",
    verbs:
      "report confirm mitigate resolve acknowledge post update identify investigate announce fix restore declare have experience recover publish open",
    head: ["SUPPLIER"],
    near: ["TROUBLE", "STATUS_PAGE"],
    not: ["TEAM", "USERS"],
  },
  {
    kind: "dependency_event",
    verbs: "happen occur begin start end outage go-down",
    near: ["SUPPLIER"],
    by: ["OUTAGE"],
  },
  { kind: "dependency_event", verbs: "update post", near: ["SUPPLIER"], by: ["STATUS_PAGE"] },
  {
    kind: "severity_changed",
    verbs: "raise lower upgrade downgrade change bump increase reduce set",
    near: ["SEVERITY"],
    not: ["ALERT", "TICKET"],
  },
  { kind: "severity_changed", verbs: "escalate", says: ["SEVERITY"] },
  { kind: "severity_changed", verbs: "classify", of: ["INCIDENT"] },
  { kind: "reopened", verbs: "reopen re-open", of: ["INCIDENT", "MATTER"] },
  {
    kind: "resolved",
    verbs: "declare consider mark deem set call",
    near: ["RESOLVED"],
    also: ["MATTER", "INCIDENT"],
    not: ["PARTIAL", "ALERT"],
  },
  { kind: "closed", verbs: "close", of: ["INCIDENT"], not: ["ALERT", "PLAN"] },
  { kind: "closed", verbs: "be", head: ["INCIDENT"], says: ["OVER"], near: ["OVER"], not: ["RESOLVED", "PARTIAL"] },
  { kind: "resolved", verbs: "be", head: ["INCIDENT", "MATTER"], says: ["RESOLVED"], not: ["PARTIAL"] },
];

/** Who is called, comes, takes over and goes. */
export const COMMAND: readonly KindRule[] = [
  { kind: "commander_assigned", verbs: "assume take take-over become name appoint assign act", near: ["COMMAND"] },
  { kind: "handoff", verbs: "hand-over hand-off", bare: "too" },
  { kind: "escalated", verbs: "escalate", bare: "too", not: ["SEVERITY"] },
  {
    kind: "escalated",
    verbs: "contact reach-out call-in pull-in bring-in engage",
    acts: true,
    not: ["USERS"],
    voice: "active",
  },
  { kind: "escalated", verbs: "open file raise create submit", of: ["TICKET"], near: ["SUPPLIER"] },
  { kind: "escalated", verbs: "ask request", voice: "active", says: ["HELP"], not: ["USERS"] },
  { kind: "acknowledged", verbs: "acknowledge ack", not: ["STATUS_PAGE", "SUPPLIER", "PUBLIC"], bare: "too" },
  { kind: "acknowledged", verbs: "discover notice see pick-up", voice: "passive", head: ["ALERT"] },
  { kind: "joined", verbs: "join", near: ["CALL"], not: ["USERS"] },
  { kind: "joined", verbs: "wake wake-up come-online", voice: "active", not: ["USERS", "ALERT"] },
  { kind: "left", verbs: "sign-off log-off drop-off", not: ["USERS"] },
  { kind: "left", verbs: "leave", of: ["CALL"] },
  { kind: "paged", verbs: "page", voice: "passive" },
  { kind: "paged", verbs: "page", acts: true, of: ["TEAM", "ONCALL"] },
  { kind: "paged", verbs: "alert call notify wake wake-up ping contact", of: ["ONCALL"], not: ["USERS"] },
  { kind: "paged", verbs: "page alert notify call", head: ["PAGER"] },
  { kind: "paged", verbs: "", bare: "only", head: ["PAGER"], near: ["ONCALL"] },
  { kind: "paged", verbs: "go-off", head: ["PAGER"] },
  {
    kind: "declared",
    verbs: "declare open create raise call initiate start",
    of: ["INCIDENT"],
    acts: true,
    not: ["SUPPLIER", "TICKET", "ALERT"],
  },
];

/** What a machine raises. */
export const ALERTS: readonly KindRule[] = [
  { kind: "alert_resolved", verbs: "resolve clear recover close stop end subside", head: ["ALERT"] },
  { kind: "alert_resolved", verbs: "be", head: ["ALERT"], says: ["NORMAL", "RESOLVED"] },
  { kind: "alert_fired", verbs: "fire trigger go-off sound start raise open", head: ["ALERT"] },
  { kind: "alert_fired", verbs: "receive trigger raise get", of: ["ALERT"], acts: true, not: ["USERS"] },
  {
    kind: "alert_fired",
    verbs: "detect report notify warn raise send alert trigger scream fire page notice",
    voice: "active",
    head: ["WATCHER"],
  },
  { kind: "alert_fired", verbs: "alert", near: ["WATCHER"] },
  { kind: "alert_fired", verbs: "be", head: ["WATCHER"], says: ["CRITICAL"] },
  { kind: "alert_fired", verbs: "", bare: "only", head: ["ALERT"] },
];

/** What the team tells others. */
export const UPDATES: readonly KindRule[] = [
  {
    kind: "public_update",
    verbs: "update post publish open create change set put-up add",
    near: ["STATUS_PAGE"],
    bare: "too",
    not: ["SUPPLIER", "WATCHER"],
  },
  {
    kind: "public_update",
    verbs: "post publish announce share send communicate do make release put issue",
    acts: true,
    near: ["PUBLIC"],
    not: ["SUPPLIER"],
    isStep: true,
  },
  { kind: "public_update", verbs: "tweet" },
  {
    kind: "public_update",
    verbs: "announce post publish",
    near: ["COMMUNITY"],
    not: ["SUPPLIER", "USERS"],
    isStep: true,
  },
  {
    kind: "public_update",
    verbs: "acknowledge confirm explain inform notify",
    near: ["PUBLIC"],
    not: ["SUPPLIER", "USERS"],
  },
  { kind: "public_update", verbs: "", bare: "only", head: ["PUBLIC"], not: ["SUPPLIER"], isStep: true },
  { kind: "public_update", verbs: "update", bare: "only", near: ["PUBLIC"] },
  {
    kind: "support_update",
    verbs: "inform notify reply respond update email tell",
    of: ["USERS"],
    near: ["USERS"],
    acts: true,
    not: ["TEAM"],
  },
  {
    kind: "internal_update",
    verbs: "notify inform post announce email message share send communicate tell bring ping",
    acts: true,
    near: ["COLLEAGUES"],
    not: ["USERS", "SUPPLIER", "WATCHER", "PUBLIC"],
  },
  { kind: "internal_update", verbs: "send", head: ["MAIL"], not: ["USERS", "SUPPLIER", "PUBLIC"] },
  { kind: "internal_update", verbs: "share", voice: "active", acts: true, not: ["USERS"] },
];

/** What people outside the team tell. */
export const REPORTS: readonly KindRule[] = [
  {
    kind: "customer_report",
    verbs:
      "report complain notify inform tell mention raise flag respond reply say open file submit create contact alert",
    voice: "active",
    by: ["USERS"],
    not: ["WATCHER"],
  },
  {
    kind: "customer_report",
    verbs: "report raise mention",
    voice: "passive",
    near: ["MEDIUM", "USERS"],
    not: ["WATCHER", "STATUS_PAGE", "COMMAND"],
  },
  { kind: "customer_report", verbs: "receive get have see", of: ["REPORT"], acts: true, not: ["WATCHER"] },
  {
    kind: "customer_report",
    verbs: "open file create submit raise receive",
    of: ["TICKET"],
    voice: "passive",
    not: ["SUPPLIER", "PLAN"],
  },
  { kind: "customer_report", verbs: "say come come-in arrive mention start begin", head: ["REPORT"] },
  { kind: "customer_report", verbs: "complain" },
  {
    kind: "customer_report",
    verbs: "report",
    voice: "active",
    near: ["MEDIUM"],
    not: ["WATCHER", "TEAM", "PUBLIC", "COLLEAGUES"],
  },
  {
    kind: "customer_report",
    verbs: "open file raise",
    of: ["MATTER"],
    near: ["MEDIUM"],
    not: ["WATCHER", "TEAM", "COMMAND"],
  },
  { kind: "customer_report", verbs: "", bare: "only", head: ["REPORT"], not: ["PLAN", "WATCHER", "ERROR"] },
  {
    kind: "customer_report",
    verbs: "",
    bare: "only",
    by: ["REPORT"],
    near: ["USERS", "MEDIUM"],
    not: ["PLAN", "WATCHER"],
  },
];
