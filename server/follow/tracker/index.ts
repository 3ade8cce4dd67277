export { receiveTrackerHook, type TrackerHookAnswer } from "./hook.ts";
export { forgetTrackerLines, trackerLog } from "./lines.ts";
export { createIssue, linkIssue, previewIssue } from "./link.ts";
export { changeIssue, findIssue, leftIssues, listIssues, lookAtIssue } from "./links.ts";
export {
  createTracker,
  forgetTrackerTokens,
  getTracker,
  listTrackers,
  lookAtTracker,
  renewHookSecret,
  SYNC_JOB,
  updateTracker,
} from "./manage.ts";
export { setTrackerPerson, trackerPeople } from "./people.ts";
export { pollTrackers } from "./poll.ts";
export { previewTracker } from "./preview.ts";
export { settleIssue } from "./settle.ts";
export { syncIssues } from "./sync.ts";
