import type { KindRule } from "./kind-rule.ts";

/** What is done. */
export const STEPS: readonly KindRule[] = [
  {
    kind: "automated_action",
    verbs: `restart reboot recover scale scale-up scale-down increase decrease kill evict reschedule fail-over roll-back terminate remove
      add stop replace promote elect drain reroute`,
    head: ["ROBOT"],
    voice: "active",
  },
  {
    kind: "automated_action",
    verbs: `restart reboot roll-back fail-over kill evict terminate reschedule promote elect scale scale-up move shift reroute route
      remove add launch take-out drain disable`,
    near: ["ITSELF"],
  },
  { kind: "automated_action", verbs: "elect" },
  { kind: "automated_action", verbs: "open trip close", head: ["BREAKER"] },
  {
    kind: ["rollback_started", "rollback_finished"],
    verbs: "roll-back revert downgrade undo back-out",
    bare: "too",
    not: ["INCIDENT", "SEVERITY"],
    isStep: true,
  },
  {
    kind: ["rollback_started", "rollback_finished"],
    verbs: "deploy redeploy release push",
    of: ["ROLLBACK"],
    isStep: true,
  },
  {
    kind: "flag_off",
    verbs: "flip pull hit activate turn-on enable use engage trigger throw",
    of: ["KILL_SWITCH"],
    isStep: true,
  },
  { kind: "flag_off", verbs: "disable turn-off switch-off kill deactivate", of: ["FLAG"], isStep: true },
  { kind: "flag_changed", verbs: "enable turn-on switch-on activate flip toggle change ramp", of: ["FLAG"] },
  { kind: "rerouted", verbs: "reroute re-route divert fail-over evacuate", not: ["PLAN"], isStep: true },
  {
    kind: "rerouted",
    verbs:
      "redirect shift switch switch-over move drain route send point repoint swap swing swing-over flip take-off cut-over",
    of: ["TRAFFIC", "NAMES"],
    acts: true,
    isStep: true,
  },
  {
    kind: "rerouted",
    verbs: "redirect shift switch move drain swing flip",
    head: ["TRAFFIC"],
    past: true,
    not: ["METRIC_END"],
    isStep: true,
  },
  { kind: "rerouted", verbs: "withdraw announce advertise", of: ["PREFIX"], isStep: true },
  { kind: "rerouted", verbs: "promote", of: ["STANDBY"], isStep: true },
  { kind: "monitoring", verbs: "monitor watch", aspect: ["ongoing"] },
  { kind: "monitoring", verbs: "keep", near: ["EYE"] },
  { kind: "config_changed", verbs: "reload", of: ["CONFIG"], isStep: true },
  {
    kind: "restarted",
    verbs: "restart reboot bounce recycle respawn reload power-cycle cycle",
    acts: true,
    bare: "too",
    not: ["ROUTINE", "ROBOT", "VERSION"],
    unless: ["UPKEEP"],
    isStep: true,
  },
  {
    kind: "restarted",
    verbs: "restart reboot",
    head: ["RUNNING"],
    past: true,
    not: ["ROUTINE", "ROBOT", "VERSION"],
    unless: ["UPKEEP"],
    isStep: true,
  },
  { kind: "restarted", verbs: "start", voice: "passive", of: ["RUNNING"], not: ["ROBOT"], isStep: true },
  {
    kind: "scaled",
    verbs: "scale scale-up scale-down scale-out upscale downscale",
    bare: "too",
    not: ["PLAN"],
    isStep: true,
  },
  {
    kind: "scaled",
    verbs: "double triple increase expand add raise bump provision resize extend bring-up spin-up allocate",
    acts: true,
    of: ["CAPACITY"],
    not: ["FLAG", "KNOB"],
    isStep: true,
  },
  {
    kind: "scaled",
    verbs: "increase raise double reduce lower change",
    near: ["CAPACITY"],
    of: ["AMOUNT"],
    voice: "active",
    not: ["KNOB"],
    isStep: true,
  },
  {
    kind: "scaled",
    verbs: "increase raise double triple reduce",
    near: ["CAPACITY"],
    by: ["AMOUNT"],
    past: true,
    not: ["METRIC", "ERROR", "KNOB"],
    isStep: true,
  },
  { kind: "scaled", verbs: "add", of: ["MORE"], acts: true, not: ["RECORDS", "WATCHER", "PLAN", "TEAM"], isStep: true },
  { kind: "scaled", verbs: "make", of: ["CAPACITY"], near: ["NORMAL"], isStep: true },
];

/** What else is done against the trouble itself. */
export const RELIEF: readonly KindRule[] = [
  {
    kind: "mitigation_started",
    verbs: `throttle block ban limit disable pause suspend unblock stop turn-off quarantine re-enable cut-off take-down
      take-offline`,
    acts: true,
    not: ["WATCHER", "IDLE"],
    isStep: true,
  },
  {
    kind: "mitigation_started",
    verbs: "kill cancel abort terminate",
    acts: true,
    of: ["WORKLOAD"],
    not: ["ERROR"],
    isStep: true,
  },
  { kind: "mitigation_started", verbs: "shed shut-off null-route blackhole", isStep: true },
  { kind: "mitigation_started", verbs: "add put", of: ["BLOCK"], isStep: true },
  { kind: "mitigation_started", verbs: "revoke invalidate remove", acts: true, of: ["ACCESS"], isStep: true },
  { kind: "mitigation_started", verbs: "put place enable switch set enter move", near: ["SAFE_MODE"], isStep: true },
  { kind: "mitigation_started", verbs: "put", says: ["IN_PLACE"], not: ["PLAN"], isStep: true },
  { kind: "scaled", verbs: "increase raise double", head: ["LIMIT"], past: true, not: ["METRIC_END"], isStep: true },
];
