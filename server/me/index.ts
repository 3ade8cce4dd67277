export { changePassword } from "./change-password.ts";
export { endSession } from "./end-session.ts";
export { getMe } from "./get.ts";
export { listSessions } from "./list-sessions.ts";
export { signOutEverywhere } from "./sign-out-everywhere.ts";
export { updateMe } from "./update.ts";
export { getWork } from "./work/get.ts";
