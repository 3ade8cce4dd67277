export { addEvent } from "./add.ts";
export { answerZone } from "./answer-zone.ts";
export { authorizeCurating, holdIncident } from "./authorize-curating.ts";
export {
  EVENT_SELECT,
  type EventRecord,
  findIncident,
  loadEvent,
  presentEvent,
} from "./event-row.ts";
export { knownAfter } from "./known.ts";
export { listTimeline } from "./list.ts";
export { incidentMetrics } from "./metrics.ts";
export { moveClocks } from "./move-clocks.ts";
export { reserveNumbers } from "./next-number.ts";
export { originalAfter } from "./original.ts";
export { allowMilestone, refuseMilestone } from "./refuse-milestone.ts";
export { revertEvent } from "./revert.ts";
export { clearMilestone, setMilestone, writeMilestone } from "./set-milestone.ts";
export { type StoryFact, storyFacts } from "./story-facts.ts";
export { takeBackZone } from "./take-back-zone.ts";
export { updateEvent } from "./update.ts";
export { verifiedAfter } from "./verified.ts";
