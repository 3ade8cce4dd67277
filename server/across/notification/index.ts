export { findForMail } from "./find-for-mail.ts";
export { countUnread, listNotifications } from "./list.ts";
export { markNotifications } from "./mark.ts";
export { writeDigests } from "./write-digests.ts";
