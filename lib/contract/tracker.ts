import { z } from "zod";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import {
  ISSUE_STATES,
  STATUSES_FROM_THERE,
  SYNC_STATES,
  SYNC_WAYS,
  SYNCED_FIELDS,
  TRACKER_STATES,
  TRACKER_VENDORS,
} from "#lib/base/vocabulary/issue-tracker.ts";
import { FIRST_STATES_HERE, FIRST_STATES_THERE } from "#lib/follow/tracker/mapping.ts";
import { REMOTE_STATES } from "#lib/follow/tracker/remote-issue.ts";
import { FIRST_TEMPLATE, TEMPLATE_FIELDS } from "#lib/follow/tracker/template.ts";
import {
  actionKey,
  done,
  id,
  incidentKey,
  instant,
  line,
  localDate,
  namedRef,
  pageInput,
  pageOf,
  personRef,
  route,
  version,
  webUrl,
} from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const TAG = "Trackers";
const label = line(LENGTHS.tracker.label).nullable();
/** The space at its end is part of it. */
const prefix = z
  .string()
  .max(LENGTHS.tracker.label)
  .regex(/^[^\n\r]*\S[^\n\r]*$/, "must have a character that is shown, and no line break")
  .nullable();

/** The fields that a connection keeps in sync. A label that is null is neither read nor written. */
export const TrackerMapping = z.strictObject({
  fields: z.array(z.enum(SYNCED_FIELDS)).max(SYNCED_FIELDS.length).describe("the fields that are kept in sync"),
  inProgressLabel: label.describe("on an open issue: the action is in progress"),
  blockedLabel: label.describe("written on the issue of a blocked action"),
  priorityLabel: prefix.describe("what precedes P0 to P3 in the label of the priority, such as “priority: ”"),
  startedLabels: z
    .array(line(LENGTHS.tracker.label))
    .max(10)
    .default([])
    .describe("other labels of an open issue that mean work in progress"),
  statesHere: z
    .strictObject({
      open: z.enum(STATUSES_FROM_THERE.open).nullable(),
      started: z.enum(STATUSES_FROM_THERE.started).nullable(),
      completed: z
        .enum(STATUSES_FROM_THERE.completed, {
          error: "a completed issue moves its action to implemented. A second person verifies it here",
        })
        .nullable(),
    })
    .default(FIRST_STATES_HERE)
    .describe("the status of the action for each state there. Null: it stays. Not planned asks the owner"),
  statesThere: z
    .record(z.enum(ACTION_STATUSES), z.enum(REMOTE_STATES).nullable())
    .default(FIRST_STATES_THERE)
    .describe("the state there for each status of the action. Null: it stays"),
  template: z
    .strictObject({
      title: line(LENGTHS.tracker.title),
      body: z.string().max(LENGTHS.tracker.body),
    })
    .default(FIRST_TEMPLATE)
    .describe("title and Markdown text of a new issue, with fields of the action in braces, such as {title}"),
});
export type TrackerMapping = z.infer<typeof TrackerMapping>;

export const TrackerRow = z.strictObject({
  id,
  vendor: z.enum(TRACKER_VENDORS),
  name: z.string(),
  host: z.string(),
  targets: z.array(z.string()).describe("repositories, projects or teams there"),
  teams: z.array(namedRef).describe("whose actions can be linked. None: those of every team"),
  state: z.enum(TRACKER_STATES),
  stateSince: instant,
  linked: z.int(),
  conflicts: z.int(),
  lastSeenAt: instant.nullable().describe("the last check or webhook that succeeded"),
  problem: z.string().nullable().describe("what the tracker last rejected, in words"),
  waitsUntil: instant
    .nullable()
    .describe("nothing is read or sent before, because the tracker asked to wait or was down"),
  removed: z.boolean(),
  removedAt: instant.nullable(),
  asksToken: z
    .boolean()
    .describe("whether its token was deleted, 30 days after it was removed: restoring asks for one"),
  version,
});
export type TrackerRow = z.infer<typeof TrackerRow>;

const Side = z.strictObject({
  value: z.string().nullable().describe("as people read it. Null: none"),
  by: z.string().nullable(),
  at: instant.nullable(),
  note: z.string().nullable().describe("such as the reason of the move"),
});

export const IssueConflict = z.strictObject({
  issueId: id.describe("of the link"),
  version: version.describe("of the link"),
  actionKey,
  ref: z.string(),
  url: z.string(),
  field: z.enum(SYNCED_FIELDS),
  here: Side,
  there: Side,
  agreed: z.string().nullable().describe("the value on which both sides last agreed"),
  why: z.string().describe("the rule, and why it doesn't decide"),
  needsReason: z.boolean().describe("whether taking theirs is a move of the date that needs a reason"),
  refused: z.string().nullable().describe("why this person can't take theirs"),
});
export type IssueConflict = z.infer<typeof IssueConflict>;

export const Tracker = TrackerRow.extend({
  account: z.string().nullable().describe("the email address that signs in, where the vendor asks for one"),
  signedInAs: z.string().nullable(),
  connectedBy: z.string().nullable(),
  connectedAt: instant,
  hookUrl: z.string().describe("where the tracker's webhook posts to"),
  hookSecretSet: z.boolean(),
  lastHookAt: instant.nullable(),
  lastLookAt: instant.nullable(),
  lastLookFound: z.int().nullable().describe("changes that no webhook had brought"),
  changes7: z.int().describe("changes taken in seven days"),
  changesFrom7: z.int().describe("those of them from there"),
  waiting: z.int().describe("links whose last write failed and waits. Changes since a pause aren't counted"),
  conflictsNow: z.array(IssueConflict),
  mapping: TrackerMapping,
});
export type Tracker = z.infer<typeof Tracker>;

const TrackerPerson = z.strictObject({
  remoteId: z.string(),
  name: z.string(),
  person: personRef.nullable(),
});
export type TrackerPerson = z.infer<typeof TrackerPerson>;

const Foreseen = z.strictObject({
  actionKey,
  ref: z.string(),
  field: z.enum(SYNCED_FIELDS),
  way: z.enum(SYNC_WAYS),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

const LogLine = z.strictObject({
  id,
  at: instant,
  way: z.enum(SYNC_WAYS),
  actionKey: actionKey.nullable(),
  what: z.string(),
  state: z.enum(SYNC_STATES),
});
export type TrackerLogLine = z.infer<typeof LogLine>;

/** An issue that is linked to an action. */
export const LinkedIssue = z.strictObject({
  id,
  tracker: z.strictObject({ id, vendor: z.enum(TRACKER_VENDORS), name: z.string(), state: z.enum(TRACKER_STATES) }),
  ref: z.string(),
  url: z.string(),
  title: z.string(),
  state: z.enum(ISSUE_STATES),
  closedAt: instant.nullable(),
  assignee: z.string().nullable(),
  dueDate: localDate.nullable(),
  seenAt: instant,
  conflicts: z.array(IssueConflict),
  waiting: z.string().nullable().describe("a write that the tracker hasn't taken yet, and why"),
  linked: z.boolean(),
  version,
});
export type LinkedIssue = z.infer<typeof LinkedIssue>;

const FoundIssue = z.strictObject({
  trackerId: id,
  remoteId: z.string(),
  ref: z.string(),
  url: z.string(),
  title: z.string(),
  state: z.enum(ISSUE_STATES),
  assignee: z.string().nullable(),
  dueDate: localDate.nullable(),
  linkedTo: actionKey.nullable().describe("the action that it is already linked to, if you can read it"),
  taken: z.boolean().describe("whether it is linked to any action"),
  brings: z
    .enum(["to_verify", "asks_owner"])
    .nullable()
    .describe("what linking it does to the state: it moves to To verify, or the owner is asked whether to decline"),
});
export type FoundIssue = z.infer<typeof FoundIssue>;

const ActionIssues = z.strictObject({
  items: z.array(LinkedIssue),
  trackers: z.array(
    z.strictObject({
      ...{ id, vendor: z.enum(TRACKER_VENDORS), name: z.string(), targets: z.array(z.string()) },
      sends: z.array(z.enum(TEMPLATE_FIELDS)).describe("the fields of the action that a new issue gets"),
    }),
  ),
  mayLink: z.boolean(),
});
export type ActionIssues = z.infer<typeof ActionIssues>;

const fields = {
  name: line(LENGTHS.tracker.name),
  targets: z.array(line(LENGTHS.tracker.target)).min(1, "needs at least one").max(20),
  teamIds: z.array(id).max(100),
};
const account = z.email("an email address").max(LENGTHS.person.email).nullable();
const token = line(LENGTHS.tracker.token).describe("it is encrypted and never shown again");
const secret = z
  .string()
  .trim()
  .min(8, "must have at least 8 characters")
  .max(LENGTHS.integration.secret)
  .optional()
  .describe("the one that the tracker made, such as Linear. Otherwise Afterword makes one");
const issue = { key: actionKey, issueId: id };

export const trackerContract = {
  list: route("GET", "/trackers", "Connections to issue trackers, or those that were removed", TAG)
    .input(z.strictObject({ removed: z.boolean().default(false) }))
    .output(z.strictObject({ items: z.array(TrackerRow) })),
  get: route("GET", "/trackers/{id}", "One connection, with its conflicts and mapping", TAG)
    .input(z.strictObject({ id }))
    .output(Tracker),
  create: route("POST", "/trackers", "Connect an issue tracker. Its token is tried first.", TAG)
    .input(
      z.strictObject({
        vendor: z.enum(TRACKER_VENDORS),
        baseUrl: webUrl.nullable().default(null).describe("null: the vendor's own service. Jira Cloud needs one"),
        account: account.default(null),
        token,
        ...{ ...fields, teamIds: fields.teamIds.default([]) },
      }),
    )
    .output(Tracker),
  update: route("PATCH", "/trackers/{id}", "Change, pause, connect again, remove or restore a connection", TAG)
    .input(
      z.strictObject({
        ...{ id, version, name: fields.name.optional(), targets: fields.targets.optional() },
        ...{ teamIds: fields.teamIds.optional(), account: account.optional(), token: token.optional() },
        ...{ mapping: TrackerMapping.optional(), paused: z.boolean().optional(), removed: z.boolean().optional() },
      }),
    )
    .output(Tracker),
  renewHookSecret: route("POST", "/trackers/{id}/hook-secret", "Create or enter a new webhook secret, shown once", TAG)
    .input(z.strictObject({ id, version, secret }))
    .output(z.strictObject({ secret: z.string(), tracker: Tracker })),
  look: route("POST", "/trackers/{id}/look", "Check for changes there now", TAG, 202)
    .input(z.strictObject({ id }))
    .output(done),
  preview: route("POST", "/trackers/{id}/preview", "What a mapping would change on the linked issues", TAG)
    .input(z.strictObject({ id, mapping: TrackerMapping }))
    .output(
      z.strictObject({
        items: z.array(Foreseen),
        issues: z.int().describe("linked issues that were checked"),
        unread: z.int().describe("linked issues that the tracker didn't show"),
      }),
    ),
  previewIssue: route(
    "POST",
    "/trackers/{id}/preview-issue",
    "Preview the issue that a mapping would create from an action",
    TAG,
  )
    .input(z.strictObject({ id, key: actionKey, mapping: TrackerMapping }))
    .output(z.strictObject({ title: z.string(), body: z.string() })),
  people: route("GET", "/trackers/{id}/people", "Accounts there, and who they are here", TAG)
    .input(z.strictObject({ id }))
    .output(z.strictObject({ items: z.array(TrackerPerson) })),
  setPerson: route("PUT", "/trackers/{id}/people", "Choose who an account there is here", TAG)
    .input(z.strictObject({ id, remoteId: z.string().min(1).max(200), personId: id.nullable() }))
    .output(TrackerPerson),
  log: route("GET", "/trackers/{id}/log", "What was exchanged in the last 30 days, newest first", TAG)
    .input(z.strictObject({ id, refused: z.boolean().default(false), ...pageInput }))
    .output(pageOf(LogLine)),
};

/** The issues of an action. */
export const actionIssueContract = {
  list: route("GET", "/action-items/{key}/issues", "Issues linked to an action, and where one can be linked", TAG)
    .input(z.strictObject({ key: actionKey }))
    .output(ActionIssues),
  find: route("POST", "/action-items/{key}/issues/find", "Find an issue by its address or number", TAG)
    .input(z.strictObject({ key: actionKey, text: line(LENGTHS.url) }))
    .output(z.strictObject({ found: FoundIssue.nullable() })),
  link: route("POST", "/action-items/{key}/issues", "Link an issue", TAG)
    .input(
      z.strictObject({
        ...{ key: actionKey, trackerId: id, remoteId: z.string().min(1).max(200) },
        dueDate: z.enum(["here", "there"]).default("here").describe("whose due date both have"),
        reason: line(LENGTHS.actionItem.dueReason)
          .optional()
          .describe("for taking theirs, if it moves the date of an accepted action"),
      }),
    )
    .output(LinkedIssue),
  create: route("POST", "/action-items/{key}/issues/new", "Create an issue from an action, and link it", TAG)
    .input(z.strictObject({ key: actionKey, trackerId: id, target: line(LENGTHS.tracker.target) }))
    .output(LinkedIssue),
  change: route("PATCH", "/action-items/{key}/issues/{issueId}", "Unlink an issue, or link it again", TAG)
    .input(z.strictObject({ ...issue, version, linked: z.boolean() }))
    .output(LinkedIssue),
  look: route("POST", "/action-items/{key}/issues/{issueId}/look", "Read an issue again now", TAG)
    .input(z.strictObject(issue))
    .output(LinkedIssue),
  settle: route("POST", "/action-items/{key}/issues/{issueId}/settle", "Settle a field that both sides changed", TAG)
    .input(
      z.strictObject({
        ...{ ...issue, version, field: z.enum(SYNCED_FIELDS), keep: z.enum(["here", "there"]) },
        reason: line(LENGTHS.actionItem.dueReason).optional(),
      }),
    )
    .output(LinkedIssue),
  left: route("GET", "/incidents/{key}/left-issues", "Issues that were linked before an incident was restricted", TAG)
    .input(z.strictObject({ key: incidentKey }))
    .output(
      z.strictObject({
        items: z.array(z.strictObject({ actionKey, ref: z.string(), url: z.string(), cutAt: instant })),
      }),
    ),
};
