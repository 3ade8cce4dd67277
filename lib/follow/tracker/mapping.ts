import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import {
  type STATUSES_FROM_THERE,
  type SyncedField,
  TRACKER_VENDOR_WORDS,
  type TrackerVendor,
} from "#lib/base/vocabulary/issue-tracker.ts";
import { type ComparedField, syncedFieldOf, type Translation, type Values } from "./agree.ts";
import type { RemoteChange, RemoteIssue, RemoteState } from "./remote-issue.ts";
import { FIRST_TEMPLATE, type IssueTemplate, TEMPLATE_FIELDS, type TemplateField, unknownFields } from "./template.ts";

/** The mapping of a connection, as the contract has it. */
export interface Mapping {
  fields: readonly SyncedField[];
  inProgressLabel: string | null;
  blockedLabel: string | null;
  priorityLabel: string | null;
  /** Earlier prefixes of the priority. Their labels are still read, and replaced when the priority changes. */
  formerPriorityLabels?: readonly string[] | undefined;
  /** Other labels of an open issue that mean work in progress. */
  startedLabels: readonly string[];
  /** Earlier labels for it. They still mean it, and are removed when the action is in another state. */
  formerInProgressLabels?: readonly string[] | undefined;
  statesHere: StatesHere;
  statesThere: StatesThere;
  template: IssueTemplate;
}

type TakenState = keyof typeof STATUSES_FROM_THERE;
/** The status here for each state there. Null: the action keeps its status. */
export type StatesHere = { [State in TakenState]: (typeof STATUSES_FROM_THERE)[State][number] | null };
/** The state there for each status here. Null: the issue keeps its state. */
export type StatesThere = Record<ActionStatus, RemoteState | null>;

/** Closing an issue never verifies. One that is not planned only asks the owner. */
export const FIRST_STATES_HERE: StatesHere = { open: "accepted", started: "in_progress", completed: "implemented" };
export const FIRST_STATES_THERE: StatesThere = {
  ...{ proposed: "open", accepted: "open", in_progress: "started", implemented: null },
  ...{ verified: "completed", declined: "not_planned", waived: null },
};

/** Returns the mapping of a new connection. Jira and Linear have states of their own for work in progress. */
export function firstMapping(vendor: TrackerVendor): Mapping {
  return {
    fields: ["title", "status", "owner", "dueDate", "priority", "doneWhen"],
    inProgressLabel: hasStarted(vendor) ? null : "doing",
    blockedLabel: "blocked",
    priorityLabel: "priority: ",
    ...{ startedLabels: [], statesHere: FIRST_STATES_HERE, statesThere: FIRST_STATES_THERE, template: FIRST_TEMPLATE },
  };
}

const hasStarted = (vendor: TrackerVendor): boolean => vendor === "jira" || vendor === "linear";

/** Returns why a mapping can't be used, or null. */
export function mappingProblem(
  { inProgressLabel, blockedLabel, startedLabels, statesThere, template }: Mapping,
  vendor: TrackerVendor,
): string | null {
  const isStarted = Object.values(statesThere).includes("started");
  if (isStarted && inProgressLabel === null && !hasStarted(vendor))
    return `${TRACKER_VENDOR_WORDS[vendor]} has no state for work in progress. Enter a label for it, or choose another state.`;
  const labels = [inProgressLabel, blockedLabel, ...startedLabels].flatMap((label) => label ?? []).map(fold);
  const twice = labels.find((label, at) => labels.indexOf(label) !== at);
  if (twice) return `The label “${twice}” has two meanings. Enter another one.`;
  if (!template.title.includes("{title}")) return "The title of a new issue needs the field {title}";
  const [unknown] = unknownFields(`${template.title}\n${template.body}`);
  if (unknown)
    return `{${unknown}} isn't a field of an action. Choose from ${TEMPLATE_FIELDS.map((one) => `{${one}}`).join(", ")}`;
  return null;
}

/** Returns the fields that are compared. "Done when" is written into a new issue only. */
export function comparedFields({ fields, blockedLabel, priorityLabel }: Mapping): Set<ComparedField> {
  const all: ComparedField[] = ["title", "status", "owner", "dueDate"];
  if (blockedLabel !== null) all.push("blocked");
  if (priorityLabel !== null) all.push("priority");
  return new Set(all.filter((field) => fields.includes(syncedFieldOf(field))));
}

/** Returns the fields of an action that a new issue gets, by the template or because they are kept in sync. */
export function sentFields({ fields, priorityLabel, template }: Mapping): TemplateField[] {
  const isSynced = { owner: true, dueDate: true, priority: priorityLabel !== null } as Record<string, boolean>;
  const text = `${template.title}\n${template.body}`;
  return TEMPLATE_FIELDS.filter((name) => {
    const isKept = (fields as readonly string[]).includes(name);
    if (name === "doneWhen" && !isKept) return false;
    return text.includes(`{${name}}`) || (isKept && isSynced[name]);
  });
}

/** People as they are known there and here. */
export interface KnownPeople {
  there: ReadonlyMap<string, string>;
  here: ReadonlyMap<string, string>;
}

/** Returns how values of one side are said on the other. Unknown people have no counterpart. */
export function translationOf(
  { there, here }: KnownPeople,
  { statesHere, statesThere }: Pick<Mapping, "statesHere" | "statesThere">,
): Translation {
  const toThereOf = new Map<string | null, RemoteState | null>(Object.entries(statesThere));
  const toHereOf = new Map<string | null, string | null>(Object.entries(statesHere));
  return {
    toThere(field, value) {
      if (field === "status") return toThereOf.get(value) ?? undefined;
      return field === "owner" && value !== null ? (here.get(value) ?? null) : value;
    },
    toHere(field, value) {
      if (field === "status") return toHereOf.get(value) ?? undefined;
      return field === "owner" && value !== null ? there.get(value) : value;
    },
  };
}

/** Trackers ignore the case of a label, and Jira has hyphens instead of spaces. */
const fold = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, "-");

const isLabelled = (labels: readonly string[], label: string | null): boolean =>
  label !== null && labels.some((one) => fold(one) === fold(label));

function priorityIn(label: string, prefix: string): string | null {
  if (!fold(label).startsWith(fold(prefix))) return null;
  const [, priority] = /^-?(p[0-3])$/.exec(fold(label).slice(fold(prefix).length)) ?? [];
  return priority?.toUpperCase() ?? null;
}

type Prefixes = Pick<Mapping, "priorityLabel" | "formerPriorityLabels">;

/** Returns the priorities that labels name, those by the present prefix first. */
function namedPriorities(
  labels: readonly string[],
  { priorityLabel, formerPriorityLabels = [] }: Prefixes,
): NamedPriority[] {
  const prefixes = priorityLabel === null ? [] : [priorityLabel, ...formerPriorityLabels];
  return prefixes.flatMap((prefix) =>
    labels.flatMap((label) => {
      const priority = priorityIn(label, prefix);
      return priority === null ? [] : [{ label, priority }];
    }),
  );
}
interface NamedPriority {
  label: string;
  priority: string;
}

type Former = Pick<Mapping, "formerPriorityLabels" | "formerInProgressLabels">;
type Named = Pick<Mapping, "priorityLabel" | "inProgressLabel" | "blockedLabel" | "startedLabels">;

/** Returns what a mapping and its earlier ones wrote and `now` doesn't use, the newest first. */
export const formerLabels = (before: Named & Former, now: Named): Required<Former> => ({
  formerPriorityLabels: unused([before.priorityLabel, ...(before.formerPriorityLabels ?? [])], [now.priorityLabel]),
  formerInProgressLabels: unused(
    [before.inProgressLabel, ...(before.formerInProgressLabels ?? [])],
    [now.inProgressLabel, now.blockedLabel, ...now.startedLabels],
  ),
});

function unused(labels: readonly (string | null)[], used: readonly (string | null)[]): string[] {
  const taken = used.flatMap((label) => (label === null ? [] : fold(label)));
  const all = new Set(labels.flatMap((label) => label ?? []));
  return [...all].filter((label) => !taken.includes(fold(label))).slice(0, MOST_FORMER);
}
const MOST_FORMER = 5;

const startedLabelsOf = ({ inProgressLabel, startedLabels, formerInProgressLabels = [] }: StartedLabels) => [
  inProgressLabel,
  ...startedLabels,
  ...formerInProgressLabels,
];
type StartedLabels = Pick<Mapping, "inProgressLabel" | "startedLabels" | "formerInProgressLabels">;

/** Returns the values of an issue that are compared. */
export function valuesThere(issue: RemoteIssue, { blockedLabel, ...mapping }: Mapping): Values {
  const { labels, state } = issue;
  const isStarted = state === "open" && startedLabelsOf(mapping).some((label) => isLabelled(labels, label));
  return {
    title: issue.title,
    status: isStarted ? "started" : state,
    blocked: isLabelled(labels, blockedLabel) ? "yes" : null,
    owner: issue.assignee?.id ?? null,
    dueDate: issue.due,
    priority: namedPriorities(labels, mapping)[0]?.priority ?? null,
  };
}

/** Returns the change of an issue that writes these values there. */
export function changeFor(
  sent: ReadonlyMap<ComparedField, string | null>,
  issue: RemoteIssue,
  mapping: Mapping,
): RemoteChange {
  const change: RemoteChange = {};
  const [added, removed]: [string[], string[]] = [[], []];
  const setLabel = (label: string | null, isOn: boolean) => {
    if (label === null || isLabelled(issue.labels, label) === isOn) return;
    if (isOn) added.push(label);
    else removed.push(...issue.labels.filter((one) => fold(one) === fold(label)));
  };
  for (const [field, value] of sent) {
    if (field === "title" && value !== null) change.title = value;
    if (field === "owner") change.assignee = value;
    if (field === "dueDate") change.due = value;
    if (field === "blocked") setLabel(mapping.blockedLabel, value === "yes");
    if (field === "status") {
      change.state = value as RemoteState;
      const labels = startedLabelsOf(mapping);
      if (value !== "started") for (const label of labels) setLabel(label, false);
      else if (!labels.some((label) => isLabelled(issue.labels, label))) setLabel(mapping.inProgressLabel, true);
    }
    if (field === "priority" && mapping.priorityLabel !== null) {
      const label = `${mapping.priorityLabel}${value}`;
      const others = namedPriorities(issue.labels, mapping).map((one) => one.label);
      removed.push(...others.filter((one) => fold(one) !== fold(label)));
      setLabel(label, true);
    }
  }
  return {
    ...change,
    ...(added.length > 0 ? { addLabels: added } : {}),
    ...(removed.length > 0 ? { removeLabels: removed } : {}),
  };
}
