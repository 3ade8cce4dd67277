import type { EVENT_KINDS_BY_GROUP, EventKind } from "./event-kinds.ts";

type ChangeKind = (typeof EVENT_KINDS_BY_GROUP)["change"][number];

const WORDS: Record<ChangeKind, string> = {
  deploy_started: "a deploy",
  deploy_finished: "a deploy",
  config_changed: "a config change",
  flag_changed: "a feature flag",
  migration: "a migration",
  infra_change: "an infrastructure change",
  data_change: "a data change",
  third_party_change: "a third-party change",
  traffic_change: "a traffic change",
};

/** Returns the class of a change that can trigger an incident, in words. Null for any other event. */
export const changeClass = (kind: EventKind): string | null =>
  Object.hasOwn(WORDS, kind) ? WORDS[kind as ChangeKind] : null;
