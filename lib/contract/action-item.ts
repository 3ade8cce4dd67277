import { z } from "zod";
import {
  ACTION_EVIDENCE_KINDS,
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  ACTION_TYPES,
  BLOCKER_KINDS,
  DECLINE_KINDS,
  DUE_BASES,
  EFFECT_ANSWERS,
  POINT_ANSWERS,
  RELATIONS,
} from "#lib/base/vocabulary/action-item.ts";
import { QUERY_GROUPS } from "#lib/follow/action-item/query/fields.ts";
import { ActionDetails, issues } from "./action-details.ts";
import { ActionEvidence, evidence, file, method, POINT, point } from "./action-evidence.ts";
import { ActionItemFields, ActionListFilters, NewActionItem } from "./action-item-fields.ts";
import { ActionWaiver } from "./action-waiver.ts";
import {
  actionKey,
  id,
  incidentKey,
  instant,
  line,
  localDate,
  namedRef,
  pageInput,
  pageOf,
  personRef,
  plannedDay,
  reviewKey,
  route,
  version,
  webUrl,
  words,
} from "./base.ts";
import { LENGTHS } from "./lengths.ts";

export const ActionItemRow = z.strictObject({
  id,
  key: actionKey,
  title: z.string(),
  type: z.enum(ACTION_TYPES),
  priority: z.enum(ACTION_PRIORITIES),
  status: z.enum(ACTION_STATUSES),
  blockedReason: z.string().nullable(),
  blockedUntil: localDate.nullable().describe("the day from which it is no longer blocked"),
  blockedBy: z.strictObject({ kind: z.enum(BLOCKER_KINDS), id: z.string(), name: z.string() }).nullable(),
  owner: personRef.nullable(),
  team: namedRef.nullable(),
  askedVerifier: personRef.nullable().describe("who was asked to verify it. Others can verify it too"),
  dueDate: localDate.nullable(),
  originalDueDate: localDate.nullable().describe("before the first move, by a person or a policy"),
  dueMoves: z.int(),
  promised: z.boolean().describe("whether it is or was accepted, so moving its date needs a reason"),
  incident: z.strictObject({ key: incidentKey, title: z.string(), severity: z.int() }).nullable(),
  review: z.strictObject({ key: reviewKey, title: z.string() }).nullable(),
  threadId: id.nullable().describe("the comment on its review that it was made from"),
  waivedUntil: localDate.nullable(),
  effortDays: z.int().nullable().describe("planned working days"),
  archived: z.boolean(),
  demo: z.boolean(),
  createdAt: instant,
  version,
  details: ActionDetails.optional().describe("only with `details`, and in the answer to a change of several actions"),
  heading: z
    .string()
    .nullable()
    .optional()
    .describe("the value by which the list is grouped, where the row has no field for it. Of a date its month"),
  abilities: z.strictObject({
    edit: z.boolean(),
    work: z.boolean(),
    verify: z.boolean(),
    moveDate: z.boolean(),
    approve: z.boolean().describe("answer a waiver, if its policy names you too, and move the date a third time"),
    endWaiver: z.boolean().describe("end its approved waiver early, by its policy. False unless it is waived"),
    purge: z.boolean().describe("delete it permanently"),
  }),
});
export type ActionItemRow = z.infer<typeof ActionItemRow>;

const Effect = z.strictObject({
  dueOn: localDate.nullable().describe("the day from which people are asked whether it worked. Null once answered"),
  answer: z
    .strictObject({
      answer: z.enum(EFFECT_ANSWERS),
      text: z.string(),
      by: z.string().nullable(),
      at: instant,
      mine: z.boolean(),
      evidence: z.array(ActionEvidence).describe("what shows it"),
    })
    .nullable()
    .describe("the last one since it was verified"),
  recurrences: z
    .array(z.strictObject({ incidentKey, title: z.string(), at: instant }))
    .describe("later incidents with the same condition, of those that you can read"),
  mayAnswer: z.boolean(),
});

export const ActionItem = ActionItemRow.extend({
  description: z.string(),
  doneWhen: z.string(),
  trackerUrl: z.string().nullable(),
  issues,
  dueBasis: z.enum(DUE_BASES).describe("what the due date counts from. Until_… is provisional, recalculated then"),
  effect: Effect.nullable().describe("null unless it is verified"),
  points: z.array(z.string()).describe("what a verifier answers: the lines of the list in doneWhen, or all of it"),
  evidence: z.string().nullable().describe("the list of evidence as text, a line each"),
  evidenceList: z.array(ActionEvidence),
  implementedBy: personRef.nullable(),
  implementedAt: instant.nullable(),
  askedVerifierAt: instant.nullable(),
  verifiedBy: personRef.nullable(),
  verifiedAt: instant.nullable(),
  updatedAt: instant,
  declineKind: z.enum(DECLINE_KINDS).nullable(),
  declineReason: z.string().nullable(),
  declineLink: z.string().nullable(),
  waivedReason: z.string().nullable(),
  waiver: ActionWaiver.nullable().describe("requested or approved"),
  askedIfWantedAt: instant
    .nullable()
    .describe("since when people are asked whether an old P3 is still wanted. Any change answers that"),
  teamDay: localDate.describe("which day it is for its team. A waiver has to end after it"),
  factors: z.array(z.strictObject({ id, number: z.int(), statement: z.string(), reviewKey })),
  changes: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  watchers: z.array(personRef).describe("people who get messages about it"),
  watching: z.boolean().describe("whether you are one of them"),
  checks: z.array(z.strictObject({ id, text: z.string(), done: z.boolean() })),
  relations: z
    .array(
      z.strictObject({
        relation: z.enum(RELATIONS).describe("what this action is to the other one"),
        ...{ key: actionKey, title: z.string(), status: z.enum(ACTION_STATUSES) },
        flag: z.boolean().describe("whether it is why the action that waits is marked as blocked"),
      }),
    )
    .describe("with those actions that you can read"),
  history: z.array(
    z.strictObject({
      kind: z.enum([
        ...["status", "due", "due_counted", "waiver", "evidence", "effect"],
        ...[
          "blocked",
          "blocked_until",
          "blocked_by",
          "relation",
          "check",
          "rework",
          "handed_over",
          "verifier",
          "wanted",
          "ask",
        ],
        ...["owner", "team", "priority", "title", "done_when"],
      ] as const),
      at: instant,
      by: z.string().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      reason: z.string().nullable(),
      evidence: z.string().nullable(),
      answers: z
        .array(z.strictObject({ point: z.string(), answer: z.enum(POINT_ANSWERS) }))
        .describe("the verifier's answer to each point of doneWhen, as worded then"),
      others: z
        .array(z.strictObject({ key: z.string(), title: z.string() }))
        .describe("other records that it was about, of those that you can read"),
      of: actionKey.nullable().describe("the action that was merged into this one, if it happened to that one"),
      undoId: id.nullable().describe("undoes it by `POST /action-items/{key}/reworks/{undoId}/undo`"),
    }),
  ),
});
export type ActionItem = z.infer<typeof ActionItem>;

const StepFields = z.strictObject({
  key: actionKey,
  version,
  to: z.enum(ACTION_STATUSES).describe("`waived` requests a waiver, or a later day for the one in force"),
  evidence: evidence.optional(),
  ...file,
  method: method.optional(),
  point: point.optional(),
  answers: z
    .array(z.strictObject({ point: POINT, answer: z.enum(POINT_ANSWERS) }))
    .max(200)
    .optional()
    .describe("to send back, or to verify with each one met: for a point of the action, counted from 1"),
  reason: words(LENGTHS.actionItem.reason).optional(),
  declineKind: z.enum(DECLINE_KINDS).optional(),
  undoesDecline: z.literal(true).optional().describe("back to the status that the action was declined from"),
  link: line(LENGTHS.actionItem.link).optional().describe("ACT- or SC- key for duplicate, superseded, moved"),
  until: plannedDay.optional().describe("the day at whose start a waiver is over"),
  mitigation: words(LENGTHS.actionItem.reason).optional().describe("what limits the risk during a waiver"),
});

/** Fields that can be set on several actions in one request. */
const SharedFields = ActionItemFields.pick({
  ...{ key: true, version: true, type: true, priority: true, ownerId: true, teamId: true, archived: true },
  ...{ dueDate: true, dueReason: true, undoesDueMove: true },
});
const SharedStep = StepFields.pick({
  ...{ key: true, version: true, answers: true, reason: true, declineKind: true, link: true },
  undoesDecline: true,
}).extend({
  to: z.enum(ACTION_STATUSES).exclude(["waived"]),
});
const MOST_CHANGED = 500;

export const actionItemContract = {
  list: route("GET", "/action-items", "Action items, most late first", "Action items")
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        ...ActionListFilters.shape,
        details: z.boolean().optional().describe("with the details of each row"),
        group: z.enum(QUERY_GROUPS).optional().describe("rows of one group are next to each other"),
        sort: line(LENGTHS.actionItem.sort)
          .default("due")
          .describe("due, priority or newest, or fields such as `team,-created`"),
      }),
    )
    .output(pageOf(ActionItemRow)),
  states: route("GET", "/action-items/states", "How many actions of a list are in each state", "Action items")
    .input(ActionListFilters)
    .output(
      z.strictObject({
        items: z
          .array(z.strictObject({ status: z.enum(ACTION_STATUSES), count: z.int() }))
          .nullable()
          .describe("the states that an action has. Null if a filter names another person, whose work isn't counted"),
      }),
    ),
  counts: route("GET", "/action-items/counts", "How many in each view", "Action items")
    .input(z.strictObject({ today: localDate }))
    .output(
      z.strictObject({
        mine: z.int(),
        late: z.int(),
        dueSoon: z.int(),
        toVerify: z.int(),
        unowned: z.int(),
        open: z.int(),
        age: z.strictObject({
          onTime: z.int(),
          d1to7: z.int(),
          d8to30: z.int(),
          d31to90: z.int(),
          over90: z.int(),
          noDate: z.int(),
        }),
      }),
    ),
  export: route("GET", "/action-items/export", "The actions of a view as a file", "Action items")
    .input(
      z.strictObject({
        format: z.enum(["csv", "json"]).default("csv"),
        whole: z
          .stringbool()
          .or(z.boolean())
          .default(false)
          .describe("JSON with everything that the page of an action has, history included. It takes longer."),
        view: id.optional().describe("a saved view"),
        query: z.string().max(LENGTHS.savedView.query).optional().describe("a query string of the tracker"),
        today: localDate.optional().describe("the day of `today` in the query. Without it, in your time zone"),
      }),
    )
    .output(z.file()),
  get: route("GET", "/action-items/{key}", "One action item with its history", "Action items")
    .input(z.strictObject({ key: actionKey }))
    .output(ActionItem),
  create: route("POST", "/action-items", "Create an action item", "Action items")
    .input(NewActionItem)
    .output(ActionItem),
  update: route(
    "PATCH",
    "/action-items/{key}",
    "Change fields. A stale version returns 409 with the newer row.",
    "Action items",
  )
    .input(ActionItemFields)
    .output(ActionItem),
  transition: route(
    "POST",
    "/action-items/{key}/transitions",
    "Change the status, or request a waiver or a longer one; 422 names the rule that doesn't allow it",
    "Action items",
  )
    .input(StepFields)
    .output(ActionItem),
  changeSeveral: route(
    "POST",
    "/action-items/changes",
    "Change fields or the status of up to 500 actions in one transaction. Those that a rule rejects are named.",
    "Action items",
  )
    .input(
      z
        .strictObject({
          updates: z.array(SharedFields).max(MOST_CHANGED).default([]),
          transitions: z.array(SharedStep).max(MOST_CHANGED).default([]),
        })
        .refine(
          ({ updates, transitions }) => {
            const count = updates.length + transitions.length;
            return count > 0 && count <= MOST_CHANGED;
          },
          { path: ["updates"], message: `Send 1 to ${MOST_CHANGED} changes` },
        ),
    )
    .output(
      z.strictObject({
        done: z.array(ActionItemRow),
        refused: z.array(
          z.strictObject({
            key: actionKey,
            code: z
              .string()
              .describe("as in the error of a single change: conflict, rule, forbidden, not_found, invalid"),
            message: z.string(),
            rule: z.string().nullable().describe("the rule that rejects it"),
            current: ActionItemRow.nullable().describe("the newer row, for a conflict"),
          }),
        ),
      }),
    ),
  addEvidence: route("POST", "/action-items/{key}/evidence", "Add a piece of evidence", "Action items")
    .input(
      z.strictObject({
        key: actionKey,
        version,
        kind: z.enum(ACTION_EVIDENCE_KINDS),
        url: webUrl.optional().describe("of a link or merged change, whose title is read, or of the page of a query"),
        text: evidence.optional().describe("the query, or what was seen"),
        ofEffect: z.boolean().optional().describe("it shows whether the action worked, as part of the last answer"),
        eventId: id.optional().describe("an event of the incident's timeline"),
        ...file,
        method,
        point: point.optional(),
      }),
    )
    .output(ActionItem),
  changeEvidence: route(
    "PATCH",
    "/action-items/{key}/evidence/{evidenceId}",
    "Remove a piece of evidence, restore it, or change how it was checked or the point that it shows",
    "Action items",
  )
    .input(
      z.strictObject({
        key: actionKey,
        version,
        evidenceId: id,
        removed: z.boolean().optional(),
        method: method.optional(),
        point: POINT.nullable().optional().describe("the point that it shows, counted from 1. Null for all of them"),
      }),
    )
    .output(ActionItem),
  answerEffect: route("POST", "/action-items/{key}/effect", "Record whether a verified action worked", "Action items")
    .input(
      z.strictObject({
        key: actionKey,
        version,
        answer: z.enum(EFFECT_ANSWERS),
        text: evidence.optional().describe("what shows it: a link, or what was seen. Not needed with a file"),
        ...file,
        method: method.optional(),
      }),
    )
    .output(ActionItem),
  undoEffect: route("POST", "/action-items/{key}/effect/undo", "Withdraw your last answer", "Action items")
    .input(z.strictObject({ key: actionKey, version }))
    .output(ActionItem),
  answerWaiver: route("POST", "/action-items/{key}/waiver/answer", "Approve or reject a waiver", "Action items")
    .input(
      z.strictObject({
        key: actionKey,
        version,
        answer: z.enum(["approved", "refused"]),
        reason: words(LENGTHS.actionItem.reason).optional().describe("needed to reject"),
      }),
    )
    .output(ActionItem),
  withdrawWaiver: route(
    "POST",
    "/action-items/{key}/waiver/withdraw",
    "Withdraw a waiver that has no answer yet",
    "Action items",
  )
    .input(z.strictObject({ key: actionKey, version }))
    .output(ActionItem),
};
