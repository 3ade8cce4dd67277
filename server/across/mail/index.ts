export { mailNotification } from "./mail-notification.ts";
