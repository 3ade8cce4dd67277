export { countUnread } from "./count-unread.ts";
export { findForMail } from "./find-for-mail.ts";
export { listNotifications } from "./list.ts";
export { markNotifications } from "./mark.ts";
export { writeDigests } from "./write-digests.ts";
