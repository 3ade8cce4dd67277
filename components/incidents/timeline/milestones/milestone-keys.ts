import type { MilestoneName } from "#lib/incidents/timeline/milestone-names.ts";

/** The key of each milestone while its menu is open: M then D is "detected". */
export const MILESTONE_KEYS: Record<MilestoneName, string> = {
  trigger_change: "t",
  impact_started: "i",
  detected: "d",
  paged: "p",
  acknowledged: "a",
  responding: "g",
  declared: "c",
  commander_assigned: "o",
  first_public_update: "u",
  mitigation_started: "s",
  mitigated: "m",
  resolved: "r",
  closed: "x",
};
