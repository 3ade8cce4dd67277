import { z } from "zod";
import { ACTION_PRIORITIES, ACTION_STATUSES, ACTION_TYPES, BLOCKER_KINDS } from "#lib/base/vocabulary/action-item.ts";
import { MOST_EFFORT_DAYS } from "#lib/follow/action-item/effort.ts";
import { FILTER_LENGTH } from "#lib/follow/action-item/query/filter.ts";
import {
  actionKey,
  id,
  incidentKey,
  line,
  localDate,
  plannedDay,
  reviewKey,
  some,
  text,
  version,
  webUrl,
  words,
} from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const effortDays = z.int().min(1).max(MOST_EFFORT_DAYS).nullable().describe("planned working days");
const trackerUrl = webUrl.nullable();

/** Fields of a new action. */
export const NewActionItem = z.strictObject({
  title: line(LENGTHS.actionItem.title),
  type: z.enum(ACTION_TYPES),
  priority: z.enum(ACTION_PRIORITIES),
  dueDate: plannedDay.nullable().optional().describe("default: the priority's policy. Past dates are allowed"),
  description: text(LENGTHS.actionItem.description).default(""),
  doneWhen: text(LENGTHS.actionItem.doneWhen).default(""),
  ownerId: id.nullable().default(null),
  teamId: id.nullable().default(null),
  trackerUrl: trackerUrl.default(null),
  effortDays: effortDays.optional(),
  incidentKey: incidentKey.optional(),
  reviewKey: reviewKey.optional(),
  threadId: id.optional().describe("a comment on this review that it is made from"),
  factorIds: z.array(id).max(20).default([]),
  changeKeys: z.array(z.string()).max(20).default([]),
});

/** The fields of an action that can be changed. */
export const ActionItemFields = z.strictObject({
  key: actionKey,
  version,
  title: line(LENGTHS.actionItem.title).optional(),
  description: text(LENGTHS.actionItem.description).optional(),
  type: z.enum(ACTION_TYPES).optional(),
  priority: z.enum(ACTION_PRIORITIES).optional(),
  ownerId: id.nullable().optional(),
  teamId: id.nullable().optional(),
  doneWhen: text(LENGTHS.actionItem.doneWhen).optional(),
  trackerUrl: trackerUrl.optional(),
  effortDays: effortDays.optional(),
  dueDate: plannedDay.nullable().optional(),
  dueReason: line(LENGTHS.actionItem.dueReason)
    .optional()
    .describe("needed to move a date once the action is accepted"),
  undoesDueMove: z
    .literal(true)
    .optional()
    .describe("undoes the last move of the date, within 10 minutes and by the same person. Doesn't count as a move"),
  incidentKey: incidentKey.nullable().optional().describe("links it to an incident. Null removes the link"),
  blockedReason: words(LENGTHS.actionItem.blockedReason).nullable().optional().describe("null: not blocked"),
  blockedUntil: plannedDay.nullable().optional().describe("the day from which it is no longer blocked"),
  blockedBy: z
    .strictObject({ kind: z.enum(BLOCKER_KINDS), id: z.string().max(LENGTHS.actionItem.link) })
    .nullable()
    .optional()
    .describe("an id of a person or a team, or the key of an action item"),
  factorIds: z.array(id).max(20).optional(),
  archived: z.boolean().optional(),
});

/** Filters of a list of actions, besides the search text. */
export const ActionListFilters = z.strictObject({
  status: some(z.enum(ACTION_STATUSES)).optional(),
  priority: some(z.enum(ACTION_PRIORITIES)).optional(),
  type: some(z.enum(ACTION_TYPES)).optional(),
  ownerId: some(id).optional(),
  teamId: some(id).optional(),
  incidentKey: incidentKey.optional(),
  reviewKey: reviewKey.optional(),
  mine: z.boolean().default(false),
  unowned: z.boolean().default(false),
  open: z.boolean().default(false).describe("only proposed, accepted, in progress and to verify"),
  today: localDate
    .optional()
    .describe(
      "the day that `today` means in a filter. With open, actions whose waiver ended before it are included. Default: today in your time zone",
    ),
  dueBefore: localDate.optional().describe("due on an earlier day than this, or waived until then if later"),
  dueAfter: localDate.optional().describe("due on a later day than this, or waived until then"),
  archived: z.boolean().default(false),
  filter: z
    .string()
    .max(FILTER_LENGTH)
    .optional()
    .describe("conditions such as `team=mine and (due<today+7d or owner=none)`. See docs/actions.md"),
});
