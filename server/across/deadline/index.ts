export { type DeadlineIncident, deadlinesOf, incidentsInWork } from "./load.ts";
export { listDeadlines, sendDeadline, unsendDeadline } from "./mark.ts";
