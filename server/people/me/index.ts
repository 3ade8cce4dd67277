export { changePassword } from "./change-password.ts";
export { endSession, listSessions, signOutEverywhere } from "./sessions.ts";
