import { answerAssistantJob } from "./answer-assistant.ts";
import { askForUpdatesJob } from "./ask-for-updates.ts";
import { askIfWantedJob } from "./ask-if-wanted.ts";
import { climbLadderJob } from "./climb-ladder.ts";
import { collectUnusedPictures } from "./collect-pictures.ts";
import { compactDocuments, deleteCovered } from "./compact-documents.ts";
import { dailyDigest } from "./daily-digest.ts";
import { endDueWaivers } from "./end-waivers.ts";
import { forgetGuesses } from "./forget-guesses.ts";
import { importWriteUps } from "./import-write-ups.ts";
import type { Job } from "./job.ts";
import { keepPaused } from "./keep-paused-versions.ts";
import { forgetDeliveries, routeDeliveries } from "./process-deliveries.ts";
import { refreshSearch } from "./refresh-search-texts.ts";
import { forgetOutbox, relayOutbox } from "./relay-outbox.ts";
import { remindOfDeadlinesJob } from "./remind-of-deadlines.ts";
import { forgetTrackerLog, syncTrackers } from "./sync-trackers.ts";
import { tellLateTasksJob } from "./tell-late-tasks.ts";
import { wakeMessages } from "./wake-messages.ts";
import { writeMondayMail } from "./write-mondays.ts";

export type { Job } from "./job.ts";
export { type Jobs, startJobs } from "./start-jobs.ts";

/** Every job of this version. */
export const ALL_JOBS: readonly Job[] = [
  relayOutbox,
  routeDeliveries,
  importWriteUps,
  answerAssistantJob,
  refreshSearch,
  keepPaused,
  compactDocuments,
  dailyDigest,
  wakeMessages,
  writeMondayMail,
  endDueWaivers,
  askForUpdatesJob,
  tellLateTasksJob,
  askIfWantedJob,
  climbLadderJob,
  remindOfDeadlinesJob,
  syncTrackers,
  forgetTrackerLog,
  deleteCovered,
  forgetOutbox,
  forgetDeliveries,
  forgetGuesses,
  collectUnusedPictures,
];
