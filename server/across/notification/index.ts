export { findForMail, type MailedNotification } from "./find-for-mail.ts";
export { countsNotifications, countUnread, listNotifications } from "./list.ts";
export { finishNotifications, markNotifications } from "./mark.ts";
export { chooseNotifications, muteNotifications, rulesOf, settingsNotifications } from "./settings.ts";
export { snoozeNotifications } from "./snooze.ts";
export { wakeSnoozed } from "./wake.ts";
export { sendDigest, writeDigests } from "./write-digests.ts";
