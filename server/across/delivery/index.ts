export { dropMail, keepMail, keepNotSent, sendKept } from "./keep.ts";
export { listDeliveries } from "./list.ts";
export { forgetMessageDeliveries, retryDelivery } from "./retry.ts";
