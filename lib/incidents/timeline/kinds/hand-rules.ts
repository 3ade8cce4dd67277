import type { KindRule } from "./kind-rule.ts";

/** What is done by hand to the broken thing itself, and what only sounds like it. */
export const BY_HAND: readonly KindRule[] = [
  { kind: "error_observed", verbs: "block halt", voice: "passive", behind: ["MATTER", "ERROR", "MISSING"] },
  // What attackers and programs try is no act of the response.
  { kind: "observation", verbs: "*", aspect: ["tried"], by: ["ATTACKER", "RUNNING", "PARTS", "SERVICE", "CAPACITY"] },
  {
    kind: "observation",
    verbs: "install disable enable delete remove deploy create stop change add",
    by: ["ATTACKER"],
    voice: "active",
  },
  { kind: "infra_change", verbs: "run apply install perform", of: ["UPDATES"], acts: true, not: ["CONFIG", "PLAN"] },
  { kind: "infra_change", verbs: "install reinstall", of: ["MISSING"], isStep: true },
  { kind: "mitigation_started", verbs: "reinstall", acts: true, isStep: true },
  { kind: "mitigation_started", verbs: "replay", acts: true, of: ["DATA", "PACKETS"], isStep: true },
  {
    kind: "mitigation_started",
    verbs: "rotate revoke roll invalidate reset",
    acts: true,
    of: ["ACCESS"],
    isStep: true,
  },
  { kind: "mitigation_started", verbs: "lock freeze suspend block", acts: true, of: ["ACCOUNTS"], isStep: true },
  {
    kind: "mitigation_started",
    verbs: "create add recreate restore insert write run patch edit copy fix delete remove set start",
    acts: true,
    near: ["MISSING", "BY_HAND"],
    not: ["PAPER", "PLAN"],
    isStep: true,
  },
  { kind: "restarted", verbs: "kick", of: ["RUNNING"], acts: true, isStep: true },
  { kind: "mitigation_started", verbs: "free free-up", near: ["CAPACITY"], isStep: true },
  { kind: "mitigation_started", verbs: "halt freeze", acts: true, not: ["WATCHER"], isStep: true },
  { kind: "mitigation_started", verbs: "put-back", acts: true, of: ["CONFIG", "VERSION"], isStep: true },
  { kind: "data_change", verbs: "restore", near: ["COPY"], not: ["PLAN"], isStep: true },
  { kind: "scaled", verbs: "give", of: ["CAPACITY"], near: ["MORE"], isStep: true },
  { kind: "mitigation_started", verbs: "restrict", acts: true, of: ["ACCESS", "TRAFFIC", "USERS"], isStep: true },
  { kind: "mitigation_started", verbs: "clear remove release break", of: ["HELD"], acts: true, isStep: true },
  {
    kind: "infra_change",
    verbs: "detach reattach mount remount unmount eject",
    of: ["PARTS"],
    acts: true,
    isStep: true,
  },
  { kind: "rollback_finished", verbs: "go-back", near: ["VERSION"], voice: "active", isStep: true },
  { kind: "config_changed", verbs: "land apply", acts: true, of: ["CHANGED"], not: ["MIGRATION"], isStep: true },
  { kind: "config_changed", verbs: "rename", acts: true, not: ["CALL", "PLAN"] },
];
