import { z } from "zod";
import { id, instant, pageInput, pageOf, route } from "./base.ts";

export const Notification = z.strictObject({
  id,
  kind: z.string(),
  subject: z.string(),
  body: z.string(),
  href: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
});
export type Notification = z.infer<typeof Notification>;

export const notificationContract = {
  list: route("GET", "/inbox", "My inbox, newest first", "Inbox")
    .input(z.strictObject({ ...pageInput, unread: z.boolean().default(false) }))
    .output(pageOf(Notification)),
  mark: route("POST", "/inbox/mark", "Mark as read or unread", "Inbox")
    .input(z.strictObject({ ids: z.array(id).max(200).optional().describe("all when absent"), read: z.boolean() }))
    .output(z.strictObject({ changed: z.int() })),
};
