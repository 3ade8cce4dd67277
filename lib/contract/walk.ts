import { z } from "zod";
import { WALK_OUTCOMES, WALK_SUBJECTS } from "#lib/base/vocabulary/walk.ts";
import { actionKey, changeKey, id, instant, localDate, personRef, plannedDay, route, version, words } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const reason = words(LENGTHS.actionItem.dueReason);
const decides = { key: actionKey, version };
const asked = z.union([actionKey, changeKey]);
const proposal = { conditionId: id };

/** A decision about an action, a strategic change or a proposed condition, or a line of the minutes. */
const given = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("date"), ...decides, date: plannedDay, reason }),
  z.strictObject({
    ...{ outcome: z.literal("help"), ...decides, until: plannedDay, reason },
    // Not another action: the minutes would name it to people who can't read it.
    from: z.strictObject({ kind: z.enum(["person", "team"]), id }),
  }),
  z.strictObject({ outcome: z.literal("decline"), ...decides, reason }),
  z.strictObject({ outcome: z.literal("waive"), ...decides, until: plannedDay, reason, mitigation: reason }),
  z.strictObject({ outcome: z.literal("ask"), key: asked, personId: id, by: plannedDay, reason }),
  z.strictObject({ outcome: z.literal("accept"), ...proposal }),
  z.strictObject({
    ...{ outcome: z.literal("set_aside"), ...proposal, reason },
    marks: z.array(z.string().max(200)).max(5000).describe("those of the proposal that was set aside"),
  }),
  z.strictObject({
    ...{
      outcome: z.literal("note"),
      key: asked.optional(),
      conditionId: id.optional(),
      reason: words(LENGTHS.actionItem.reason),
    },
  }),
]);

export const WalkLine = z.strictObject({
  id,
  at: instant,
  author: personRef.nullable(),
  outcome: z.enum(WALK_OUTCOMES),
  about: z
    .strictObject({
      kind: z.enum(WALK_SUBJECTS),
      key: z.string().describe("of a condition: its id"),
      title: z.string(),
    })
    .nullable(),
  text: z.string().describe("empty if it's about something that you can't read"),
  undone: z.boolean(),
  hidden: z.boolean().describe("about something that you can't read"),
});
export type WalkLine = z.infer<typeof WalkLine>;

const walk = {
  ...{ id, day: localDate, startedBy: personRef.nullable(), startedAt: instant, endedAt: instant.nullable() },
  running: z.boolean().describe("reminders wait while it runs, for at most 3 hours"),
};
export const Walk = z.strictObject({
  ...{ ...walk, lines: z.array(WalkLine) },
  standing: z
    .array(
      z.strictObject({
        ...{ kind: z.enum(WALK_SUBJECTS), key: z.string(), outcome: z.enum(WALK_OUTCOMES) },
        meetings: z.int().describe("consecutive meetings with this answer"),
        since: localDate.describe("the day of the first of them"),
      }),
    )
    .describe("the last answers of earlier meetings about items, of those that you can read"),
});
export type Walk = z.infer<typeof Walk>;
export const WalkRow = z.strictObject({ ...walk, lines: z.int() });
export type WalkRow = z.infer<typeof WalkRow>;

export const walkContract = {
  list: route("GET", "/programme/walks", "The weekly meetings, newest first, at most 50", "Programme").output(
    z.strictObject({ items: z.array(WalkRow) }),
  ),
  get: route("GET", "/programme/walks/{id}", "The minutes of a weekly meeting", "Programme")
    .input(z.strictObject({ id }))
    .output(Walk),
  start: route("POST", "/programme/walks", "Start the weekly meeting, or join the one that runs", "Programme")
    .input(z.strictObject({ today: plannedDay.describe("the day of the reader") }))
    .output(Walk),
  decide: route("POST", "/programme/walks/{id}/lines", "Decide about an item, and write it down", "Programme")
    .input(z.strictObject({ id, given }))
    .output(Walk),
  here: route(
    "PUT",
    "/programme/walks/{id}/presence",
    "Report that a screen shows a meeting, or no longer does, and return who else has it open",
    "Programme",
  )
    .input(
      z.strictObject({
        id,
        screen: id.describe("id of the screen, chosen by it"),
        here: z.boolean().default(true).describe("false when it closes. Without an update it closes after 45 s"),
      }),
    )
    .output(z.strictObject({ people: z.array(personRef) })),
  undo: route("POST", "/programme/walks/{id}/lines/{lineId}/undo", "Undo what a line decided", "Programme")
    .input(z.strictObject({ id, lineId: id }))
    .output(Walk),
  end: route(
    "POST",
    "/programme/walks/{id}/end",
    "End the meeting. Its minutes stay, and are sent by email.",
    "Programme",
  )
    .input(z.strictObject({ id }))
    .output(Walk),
};
