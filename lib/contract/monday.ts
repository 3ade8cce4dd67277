import { z } from "zod";
import { ACTION_EVIDENCE_KINDS } from "#lib/base/vocabulary/action-item.ts";
import { LADDER_RUNGS } from "#lib/base/vocabulary/ladder.ts";
import { CHANGE_HEALTHS, SCOPE_DECISIONS } from "#lib/base/vocabulary/strategic-change.ts";
import { actionKey, changeKey, instant, localDate, namedRef, personRef, plannedDay, reviewKey, route } from "./base.ts";
import { MONDAY_ROWS, MOST_MONDAY_ROWS } from "./lengths.ts";

/** Pieces of evidence that the week shows of an action. */
export const SHOWN_EVIDENCE = 3;

const count = z.int();
const action = { key: actionKey, title: z.string() };

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
    .describe("every reminder within 7 days that notifies someone"),
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
  acceptances: z
    .array(
      z.strictObject({
        ...{ key: changeKey, title: z.string() },
        kind: z.enum(["deferred", "declined", ...SCOPE_DECISIONS]),
        until: localDate,
        riskBy: z.string().nullable().describe("who keeps or accepts the risk"),
      }),
    )
    .describe("strategic changes whose risk is accepted until a day within 14 days, or one that has passed"),
  blocked: z
    .array(
      z.strictObject({
        ...action,
        reason: z.string(),
        until: localDate.nullable(),
        by: z.string().nullable().describe("the action, person or team that blocks it, if you can read it"),
      }),
    )
    .describe("open actions that are blocked. Their reminders wait if the day is known"),
  verified: z
    .array(
      z.strictObject({
        ...{ ...action, at: instant, by: z.string().nullable() },
        evidence: count.describe("pieces of evidence"),
        shown: z
          .array(
            z.strictObject({
              kind: z.enum(ACTION_EVIDENCE_KINDS),
              words: z.string().describe("its title or text, cut after 200 letters"),
              url: z.string().nullable(),
              method: z.string().nullable().describe("how it was checked"),
            }),
          )
          .describe(`the first ${SHOWN_EVIDENCE} pieces`),
      }),
    )
    .describe("verified in the last 7 days, with their evidence"),
  changes: z
    .array(
      z.strictObject({
        key: changeKey,
        title: z.string(),
        health: z.enum(CHANGE_HEALTHS).nullable(),
        stale: z.boolean(),
        healthAt: instant.nullable(),
        owner: personRef.nullable(),
        sponsorAsked: z.boolean().describe("the sponsor has to decide: 1 update off track, or 2 in a row at risk"),
      }),
    )
    .describe("strategic changes in progress that are at risk, off track or stale"),
  effects: z
    .array(
      z.strictObject({
        ...{ key: changeKey, title: z.string(), dueOn: localDate },
        to: personRef.nullable().describe("who is asked. Null: no one but the owner is named"),
      }),
    )
    .describe("delivered strategic changes whose effect is to be recorded"),
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
    .strictObject({ askedNext: count, moved: count, verified: count, reviews: count, blocked: count })
    .describe(`how many there are of each. A list contains at most \`rows\``),
  before: z
    .strictObject({
      late: count.describe("a week ago, by the history of statuses, due dates and waivers"),
      moved: count.describe("in the 7 days before the last 7"),
      verified: count.describe("in the 7 days before the last 7"),
    })
    .describe("the same figures a week earlier, as far as you can read them now"),
});
export type Monday = z.infer<typeof Monday>;

export const programmeContract = {
  monday: route("GET", "/programme/monday", "The week of the programme: its items that you can read", "Programme")
    .input(
      z.strictObject({
        today: plannedDay
          .optional()
          .describe(
            "the first day. Without it, today in your time zone. The last 7 days end on it. What is open, due or proposed is listed as it is now, even for a past day",
          ),
        rows: z.int().min(1).max(MOST_MONDAY_ROWS).default(MONDAY_ROWS).describe("the most rows of a list"),
      }),
    )
    .output(Monday),
};
