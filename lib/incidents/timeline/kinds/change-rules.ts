import type { KindRule } from "./kind-rule.ts";

/** What is changed. */
export const CHANGES: readonly KindRule[] = [
  { kind: "migration", verbs: "migrate", acts: true, bare: "too", near: ["SCHEMA"] },
  { kind: "infra_change", verbs: "migrate", acts: true, bare: "too", near: ["PARTS"], isStep: true },
  { kind: "migration", verbs: "apply run execute perform", acts: true, of: ["MIGRATION"] },
  { kind: "config_changed", verbs: "pin unpin", of: ["VERSION", "PUSHED"], isStep: true },
  {
    kind: "config_changed",
    verbs: `change update modify delete edit set adjust tune lower raise reduce increase decrease extend configure reconfigure apply implement tweak add
      remove bump correct rotate renew upload rewrite erase overwrite rename reset tighten loosen relax restrict`,
    acts: true,
    of: ["CONFIG"],
    not: ["PLAN"],
    isStep: true,
  },
  {
    kind: "config_changed",
    verbs: "change update set adjust tune lower raise reduce increase decrease tweak bump",
    acts: true,
    of: ["KNOB"],
    isStep: true,
  },
  { kind: "infra_change", verbs: "upgrade", bare: "too", of: ["HARDWARE"], not: ["PLAN"] },
  {
    kind: ["deploy_started", "deploy_finished"],
    verbs: "deploy redeploy re-deploy release roll-out ship upgrade hotfix",
    bare: "too",
    not: ["PLAN", "HELD"],
  },
  { kind: ["deploy_started", "deploy_finished"], verbs: "roll", acts: true, of: ["VERSION", "PUSHED", "DEPLOYMENT"] },
  {
    kind: ["deploy_started", "deploy_finished"],
    verbs: "push push-out publish promote",
    acts: true,
    near: ["PUSHED", "PRODUCTION", "VERSION"],
    not: ["PLAN"],
  },
  { kind: "deploy_finished", verbs: "fix patch", aspect: ["finished"], near: ["LIVE"] },
  {
    kind: ["deploy_started", "deploy_finished"],
    verbs: "install",
    of: ["VERSION", "FIX", "PUSHED"],
    not: ["PLAN", "MISSING"],
  },
  { kind: "deploy_started", verbs: "trigger", head: ["DEPLOYMENT"], voice: "active" },
  { kind: ["deploy_started", "deploy_finished"], verbs: "update bump", acts: true, of: ["VERSION"] },
  { kind: "deploy_finished", verbs: "go-out go-live reach", by: ["PUSHED", "VERSION"] },
  { kind: "automated_action", verbs: "evict reschedule", voice: "passive", of: ["EPHEMERAL"] },
  { kind: "observation", verbs: "create terminate kill lose", voice: "passive", of: ["EPHEMERAL"] },
  {
    kind: "infra_change",
    verbs: `add remove create terminate replace provision cordon cull drain isolate stop shut-down recreate delete kill evict
      decommission mark uncordon roll-over spawn rebuild unplug disconnect swap take-out move relocate`,
    acts: true,
    bare: "too",
    of: ["PARTS"],
    isStep: true,
  },
  {
    kind: "infra_change",
    verbs: "recreate reprovision rebuild",
    acts: true,
    not: ["PLAN", "DATA", "MATTER", "ERROR", "REHEARSAL"],
    isStep: true,
  },
  {
    kind: "config_changed",
    verbs: "enable activate turn-on switch-on re-enable apply reapply re-apply",
    acts: true,
    not: ["PLAN", "RECORDS", "WATCHER", "FIX", "MIGRATION", "RUNNING", "STATUS_PAGE", "AGAIN"],
    isStep: true,
  },
  {
    kind: "data_change",
    verbs: "delete remove truncate restore purge clear clean clean-up flush drop wipe free prune rebuild recreate",
    acts: true,
    of: ["DATA"],
    not: ["PLAN"],
    isStep: true,
  },
];
