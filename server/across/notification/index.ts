export { findForMail, type MailedNotification } from "./find-for-mail.ts";
export { countUnread, listNotifications } from "./list.ts";
export { finishNotifications, markNotifications, snoozeNotifications } from "./mark.ts";
export { chooseNotifications, muteNotifications, rulesOf, settingsNotifications } from "./settings.ts";
export { writeDigests } from "./write-digests.ts";
