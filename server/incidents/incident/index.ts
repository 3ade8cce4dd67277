export { ALIKE, inCommon, maybeAlike, REAL_INCIDENT } from "./alike.ts";
export { archiveIncident, cancelIncident, restoreIncident } from "./archive.ts";
export { changeSeverity } from "./change-severity.ts";
export { createIncident } from "./create.ts";
export { getIncident } from "./get.ts";
export { listIncidents } from "./list.ts";
export {
  BAND_SELECT,
  INCIDENT_FACTS,
  incidentFacts,
  incidentHiddenFrom,
  incidentVisibleSql,
  incidentVisibleTo,
  loadIncident,
} from "./load.ts";
export { bandOf, milestoneTimes, toImpactWindow } from "./present.ts";
export { restrictIncident } from "./restrict.ts";
export { settleSpan } from "./settle-span.ts";
export { splitIncident } from "./split.ts";
export { updateIncident } from "./update.ts";
