export { assessChange, listIntake } from "./intake.ts";
export { listRoadmap } from "./list.ts";
export { getSchedule } from "./row.ts";
export { scheduleChange } from "./schedule.ts";
export { listUpdates } from "./updates.ts";
export { setWaits } from "./wait.ts";
