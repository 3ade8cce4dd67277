import { z } from "zod";
import { DELIVERY_STATES } from "#lib/base/vocabulary/message-delivery.ts";
import { id, instant, pageInput, pageOf, route } from "./base.ts";

export const Delivery = z.strictObject({
  id,
  way: z.enum(["mail", "channel"]),
  to: z.string().describe("the person or the channel"),
  kind: z.string(),
  item: z.string().nullable().describe("the key of the item. Null for none, and for one of a restricted incident"),
  restricted: z.boolean(),
  state: z.enum(DELIVERY_STATES),
  tries: z.int(),
  error: z.string().nullable().describe("what failed, or why it was not sent"),
  nextTryAt: instant.nullable(),
  createdAt: instant,
  settledAt: instant.nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

export const deliveryContract = {
  list: route("GET", "/deliveries", "Emails and posts to channels of the last 14 days, newest first", "Messages")
    .input(z.strictObject({ ...pageInput, state: z.enum(DELIVERY_STATES).optional() }))
    .output(pageOf(Delivery).extend({ counts: z.record(z.enum(DELIVERY_STATES), z.int()) })),
  retry: route("POST", "/deliveries/{id}/retry", "Send a message again that is waiting or has failed", "Messages")
    .input(z.strictObject({ id }))
    .output(Delivery),
};
