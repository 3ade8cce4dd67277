export { type TimelineToWrite, WRITE_TIMELINE, writeTimeline, writeTimelineInWorker } from "./write-timeline.ts";
