import { z } from "zod";
import { LADDER_RUNGS } from "#lib/base/vocabulary/ladder.ts";
import { CHANGE_HEALTHS } from "#lib/base/vocabulary/strategic-change.ts";
import { actionKey, changeKey, instant, localDate, namedRef, personRef, plannedDay, reviewKey, route } from "./base.ts";

const count = z.int();
const action = { key: actionKey, title: z.string() };

/** The most rows of a list of the week. */
export const MONDAY_ROWS = 200;

export const Monday = z.strictObject({
  teams: z
    .array(
      z.strictObject({
        team: namedRef.nullable(),
        d1to7: count,
        d8to30: count,
        d31to90: count,
        over90: count,
        late: count,
        open: count,
      }),
    )
    .describe("open actions by team and days late, by name. Actions without a team last"),
  askedNext: z
    .array(z.strictObject({ ...action, rung: z.enum(LADDER_RUNGS), day: localDate, to: personRef.nullable() }))
    .describe("every reminder within 7 days that tells someone"),
  moved: z
    .array(
      z.strictObject({
        ...action,
        from: localDate.nullable(),
        to: localDate.nullable(),
        reason: z.string(),
        moves: count,
        at: instant,
      }),
    )
    .describe("due dates that moved in the last 7 days"),
  waivers: z
    .array(z.strictObject({ ...action, until: localDate, approvedBy: z.string().nullable() }))
    .describe("waivers that end within 14 days"),
  verified: z
    .array(z.strictObject({ ...action, at: instant, by: z.string().nullable(), evidence: count }))
    .describe("verified in the last 7 days, with the number of pieces of evidence"),
  changes: z
    .array(
      z.strictObject({
        key: changeKey,
        title: z.string(),
        health: z.enum(CHANGE_HEALTHS).nullable(),
        stale: z.boolean(),
        healthAt: instant.nullable(),
        owner: personRef.nullable(),
      }),
    )
    .describe("strategic changes in progress that are at risk, off track or stale"),
  reviews: z
    .array(z.strictObject({ key: reviewKey, title: z.string(), dueAt: localDate, owner: personRef.nullable() }))
    .describe("reviews that are past their deadline and not published"),
  proposals: z
    .array(
      z.strictObject({
        condition: namedRef,
        incidents: count.describe("in the last 12 months"),
        minutes: z.number().nullable().describe("weighted minutes of them. Null if none is known"),
      }),
    )
    .describe("conditions that are proposed as strategic changes and wait for an answer"),
  totals: z
    .strictObject({ askedNext: count, moved: count, verified: count, reviews: count })
    .describe(`how many there are of each. A list contains at most ${MONDAY_ROWS}`),
});
export type Monday = z.infer<typeof Monday>;

export const programmeContract = {
  monday: route("GET", "/programme/monday", "The week of the programme, as far as you can read it", "Programme")
    .input(
      z.strictObject({ today: plannedDay.optional().describe("the first day. Without it, today in your time zone") }),
    )
    .output(Monday),
};
