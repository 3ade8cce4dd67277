export { getMe } from "./get.ts";
export { updateMe } from "./update.ts";
