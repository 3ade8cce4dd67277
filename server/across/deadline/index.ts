export {
  type DeadlineIncident,
  deadlinesOf,
  incidentsInWork,
  mayHaveDeadlines,
  meetingDay,
  startOf,
} from "./load.ts";
export { listDeadlines, sendDeadline, unsendDeadline } from "./mark.ts";
export { remindOfDeadlines } from "./remind.ts";
