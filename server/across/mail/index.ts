export { mailNotification } from "./mail-notification.ts";
export { readUnsubscribeToken, unsubscribe } from "./unsubscribe.ts";
