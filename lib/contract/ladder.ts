import { z } from "zod";
import { LADDER_RUNGS, RUNG_OUTCOMES, RUNG_WAYS } from "#lib/base/vocabulary/ladder.ts";
import { actionKey, id, instant, localDate, personRef, route } from "./base.ts";

const rung = z.enum(LADDER_RUNGS);

export const ActionRung = z.strictObject({
  id,
  rung,
  to: personRef.nullable().describe("who had this part on that day. Null if it was unfilled"),
  told: z.array(personRef).describe("who was notified. Others than `to` if that person can't read the action"),
  outcome: z.enum(RUNG_OUTCOMES),
  by: z.enum(RUNG_WAYS).nullable().describe("null if no one was notified"),
  byPolicy: z.boolean().describe("whether the policy names `to` for this part"),
  thirdMove: z.boolean().describe("due because the date moved at least three times"),
  dueDate: localDate.describe("the due date at that time"),
  at: instant,
});
export type ActionRung = z.infer<typeof ActionRung>;

export const ActionRungs = z.strictObject({
  items: z.array(ActionRung),
  next: z
    .strictObject({ rung, day: localDate, to: personRef.nullable() })
    .nullable()
    .describe("who is notified next, if the action is still open and nothing changes"),
  policy: z
    .strictObject({ id, name: z.string(), at: instant.describe("when it was saved as it applies here") })
    .nullable()
    .describe("the policy that sets the days. Null: built in, or no one is notified"),
});
export type ActionRungs = z.infer<typeof ActionRungs>;

export const ladderContract = {
  rungs: route(
    "GET",
    "/action-items/{key}/rungs",
    "Who was notified about the due date of an action, and who is next",
    "Action items",
  )
    .input(z.strictObject({ key: actionKey }))
    .output(ActionRungs),
};
