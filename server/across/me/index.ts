export { getAgenda } from "./agenda.ts";
export { getMe } from "./get.ts";
export { updateMe } from "./update.ts";
