import type { SyncedField, TrackerVendor } from "#lib/base/vocabulary/issue-tracker.ts";
import { type ComparedField, syncedFieldOf, type Translation, type Values } from "./agree.ts";
import type { RemoteChange, RemoteIssue, RemoteState } from "./remote-issue.ts";

/** The mapping of a connection, as the contract has it. */
export interface Mapping {
  fields: readonly SyncedField[];
  inProgressLabel: string | null;
  blockedLabel: string | null;
  priorityLabel: string | null;
}

/** Returns the mapping of a new connection. Jira and Linear have states of their own for work in progress. */
export function firstMapping(vendor: TrackerVendor): Mapping {
  const hasStarted = vendor === "jira" || vendor === "linear";
  return {
    fields: ["title", "status", "owner", "dueDate", "priority", "doneWhen"],
    inProgressLabel: hasStarted ? null : "doing",
    blockedLabel: "blocked",
    priorityLabel: "priority: ",
  };
}

/** Returns the fields that are compared. "Done when" is written into a new issue only. */
export function comparedFields({ fields, blockedLabel, priorityLabel }: Mapping): Set<ComparedField> {
  const all: ComparedField[] = ["title", "status", "owner", "dueDate"];
  if (blockedLabel !== null) all.push("blocked");
  if (priorityLabel !== null) all.push("priority");
  return new Set(all.filter((field) => fields.includes(syncedFieldOf(field))));
}

/** The status there for each status here. One that is left out stays as it is there. */
const STATUS_THERE: Partial<Record<string, RemoteState>> = {
  proposed: "open",
  accepted: "open",
  in_progress: "started",
  verified: "completed",
  declined: "not_planned",
};

/** The status here for each status there. Closing an issue never verifies; not planned only asks the owner. */
const STATUS_HERE: Partial<Record<string, string>> = {
  open: "accepted",
  started: "in_progress",
  completed: "implemented",
};

/** People as they are known there and here. */
export interface KnownPeople {
  there: ReadonlyMap<string, string>;
  here: ReadonlyMap<string, string>;
}

/** Returns how values of one side are said on the other. Unknown people have no counterpart. */
export function translationOf({ there, here }: KnownPeople): Translation {
  return {
    toThere(field, value) {
      if (field === "status") return STATUS_THERE[value ?? ""];
      return field === "owner" && value !== null ? (here.get(value) ?? null) : value;
    },
    toHere(field, value) {
      if (field === "status") return STATUS_HERE[value ?? ""];
      return field === "owner" && value !== null ? there.get(value) : value;
    },
  };
}

/** Trackers ignore the case of a label, and Jira has hyphens instead of spaces. */
const fold = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, "-");

const isLabelled = (labels: readonly string[], label: string | null): boolean =>
  label !== null && labels.some((one) => fold(one) === fold(label));

/** Returns the priority that a label names, or null for another label. */
function priorityIn(label: string, prefix: string | null): string | null {
  if (prefix === null || !fold(label).startsWith(fold(prefix))) return null;
  const [, priority] = /^-?(p[0-3])$/.exec(fold(label).slice(fold(prefix).length)) ?? [];
  return priority?.toUpperCase() ?? null;
}

/** Returns the values of an issue that are compared. */
export function valuesThere(issue: RemoteIssue, { inProgressLabel, blockedLabel, priorityLabel }: Mapping): Values {
  const { labels, state } = issue;
  const isStarted = state === "open" && isLabelled(labels, inProgressLabel);
  return {
    title: issue.title,
    status: isStarted ? "started" : state,
    blocked: isLabelled(labels, blockedLabel) ? "yes" : null,
    owner: issue.assignee?.id ?? null,
    dueDate: issue.due,
    priority: labels.map((label) => priorityIn(label, priorityLabel)).find((one) => one !== null) ?? null,
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
      setLabel(mapping.inProgressLabel, value === "started");
    }
    if (field === "priority" && mapping.priorityLabel !== null) {
      const label = `${mapping.priorityLabel}${value}`;
      const others = issue.labels.filter((one) => priorityIn(one, mapping.priorityLabel) !== null);
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
