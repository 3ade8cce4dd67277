import type { IncidentPlan } from "../plan.ts";
import type { Stage } from "../stage.ts";

const DAY = -3;

/** Fictional and recent: notes whose time zone no one has given yet, and no review. New users start here. */
export const search = (stage: Stage): IncidentPlan => ({
  name: "search",
  title: "Acme Search: yesterday's results for customers in the EU",
  severity: 3,
  services: ["search"],
  startedAt: stage.instant(DAY, "07:05"),
  resolvedAt: stage.instant(DAY, "11:30"),
  impact: "",
  entered: { by: "tomas", on: DAY },
  roles: [{ role: "on_call", person: "tomas" }],
  sources: [{ file: "search-notes.txt", by: "tomas", on: DAY }],
  events: {},
  untimed: [],
  kinds: {},
  pinned: [],
  hidden: [],
  milestones: {},
  windows: [],
  review: null,
  actions: [],
});
