export { createTeam } from "./create.ts";
export { listTeams } from "./read.ts";
export { updateTeam } from "./update.ts";
