import { z } from "zod";
import { CHANGE_HEALTHS, CHANGE_STATUSES } from "#lib/base/vocabulary/strategic-change.ts";
import {
  changeKey,
  id,
  instant,
  lineOrNone,
  localDate,
  pageInput,
  pageOf,
  plannedDay,
  route,
  version,
  words,
} from "./base.ts";
import { LENGTHS } from "./lengths.ts";
import { ChangeDecision, quarter, StrategicChangeRow } from "./strategic-change.ts";

const RoadmapMilestone = z.strictObject({
  id,
  title: z.string(),
  plannedOn: localDate,
  dueOn: localDate,
  reachedOn: localDate.nullable(),
  health: z.enum(CHANGE_HEALTHS),
});
export type RoadmapMilestone = z.infer<typeof RoadmapMilestone>;

export const ChangeWait = z
  .strictObject({
    milestoneId: id,
    title: z.string(),
    dueOn: localDate,
    reachedOn: localDate.nullable(),
    change: z.strictObject({ key: changeKey, title: z.string() }),
  })
  .describe("a milestone of another change that it waits for");
export type ChangeWait = z.infer<typeof ChangeWait>;

export const RoadmapRow = StrategicChangeRow.extend({
  startsOn: localDate.nullable(),
  endsOn: localDate.nullable(),
  dated: z.boolean().describe("whether a person set these days. Otherwise they are those of the target quarter"),
  pace: z.int().nullable().describe("days ahead of the plan, below zero behind. Null without milestones or work"),
  deferredUntil: localDate.nullable(),
  milestones: z.array(RoadmapMilestone),
  waitsFor: z.array(ChangeWait),
  awaitedBy: z
    .array(
      ChangeWait.extend({
        startsOn: localDate.nullable().describe("when the change that waits starts"),
        status: z.enum(CHANGE_STATUSES).describe("of the change that waits"),
      }),
    )
    .describe("the other changes that wait for a milestone of this one"),
});
export type RoadmapRow = z.infer<typeof RoadmapRow>;

const IntakeRow = StrategicChangeRow.extend({
  problem: z.string(),
  proposedBy: z.string().nullable(),
  proposedAt: instant,
  returned: z
    .strictObject({ from: z.enum(["deferral", "decline", "assessment"]), on: localDate })
    .nullable()
    .describe("why it's on the list again, and since which day"),
  score: z.number().nullable(),
  isRough: z.boolean(),
  lacks: z.array(z.enum(["measure", "effort", "owner"])).describe("what is missing to commit to it, or to score it"),
});
export type IntakeRow = z.infer<typeof IntakeRow>;

const UpdateRow = StrategicChangeRow.extend({
  update: z
    .strictObject({
      ...{ body: z.string().describe("the progress"), plans: z.string(), problems: z.string(), help: z.string() },
      ...{ by: z.string().nullable(), at: instant },
    })
    .nullable()
    .describe("the latest one. Null: none yet"),
});
export type UpdateRow = z.infer<typeof UpdateRow>;

const DecidedRow = ChangeDecision.extend({
  change: z.strictObject({ key: changeKey, title: z.string(), status: z.enum(CHANGE_STATUSES) }),
});
export type DecidedRow = z.infer<typeof DecidedRow>;

const moved = {
  key: changeKey,
  version,
  startsOn: plannedDay.nullable().describe("null, with endsOn, for the days of the target quarter"),
  endsOn: plannedDay.nullable(),
  targetQuarter: quarter.nullable().optional().describe("only without days, which have a quarter of their own"),
  milestones: z
    .array(z.strictObject({ id, dueOn: plannedDay }))
    .max(100)
    .optional()
    .describe("new days of milestones. Without it, open ones move with the days"),
};

export const roadmapContract = {
  list: route("GET", "/strategic-changes/roadmap", "Changes with their days, milestones and waits", "Strategic changes")
    .input(z.strictObject({ ...pageInput, mine: z.boolean().default(false) }))
    .output(pageOf(RoadmapRow)),
  schedule: route(
    "POST",
    "/strategic-changes/{key}/schedule",
    "Move a change on the roadmap, with others that wait for it",
    "Strategic changes",
  )
    .input(
      z.strictObject({
        ...moved,
        reason: words(LENGTHS.strategicChange.reason).optional().describe("needed where a quarter changes"),
        also: z.array(z.strictObject(moved)).max(50).default([]).describe("changes that move with it"),
      }),
    )
    .output(z.strictObject({ items: z.array(RoadmapRow) })),
  wait: route(
    "PUT",
    "/strategic-changes/{key}/waits",
    "Set the milestones that a change waits for",
    "Strategic changes",
  )
    .input(z.strictObject({ key: changeKey, version, milestoneIds: z.array(id).max(50) }))
    .output(RoadmapRow),
  get: route(
    "GET",
    "/strategic-changes/{key}/schedule",
    "The days, milestones and waits of a change",
    "Strategic changes",
  )
    .input(z.strictObject({ key: changeKey }))
    .output(RoadmapRow),
  intake: route(
    "GET",
    "/strategic-changes/intake",
    "Proposals to decide on, and earlier decisions",
    "Strategic changes",
  )
    .input(z.strictObject({}))
    .output(
      z.strictObject({
        waiting: z.array(IntakeRow),
        more: z.boolean().describe("whether more than 100 wait"),
        decided: z.array(DecidedRow).describe("of the last 14 days, the newest first, 50 at most"),
      }),
    ),
  updates: route(
    "GET",
    "/strategic-changes/updates",
    "Changes in progress with their latest update, those without a recent one first",
    "Strategic changes",
  )
    .input(z.strictObject({}))
    .output(z.strictObject({ items: z.array(UpdateRow) })),
  assess: route(
    "POST",
    "/strategic-changes/{key}/assess",
    "Ask someone to assess a proposal, and look at it again on a day",
    "Strategic changes",
  )
    .input(
      z.strictObject({
        ...{ key: changeKey, version, until: plannedDay, ownerId: id },
        note: lineOrNone(LENGTHS.strategicChange.reason).default(""),
      }),
    )
    .output(RoadmapRow),
};
