import type { Change, Step } from "./change.ts";

const SHARED = ["owner", "team", "due", "priority", "archived"] as const;
type SharedChange = Extract<Change, { kind: (typeof SHARED)[number] }>;
type SharedStep = Step & { to: Exclude<Step["to"], "waived"> };

/** Returns whether several actions can get a change in one request. Evidence and waivers belong to one action. */
export function isShared(change: Change): change is SharedChange | SharedStep {
  if (change.kind !== "step") return SHARED.some((kind) => kind === change.kind);
  const { to, evidence, method, file } = change;
  return to !== "waived" && [evidence, method, file].every((part) => part === undefined);
}

/** As many changes, and as much text, as one request takes. */
const MOST_TOGETHER = 500;
const MOST_BYTES = 700_000;

const bytesOf = (value: object) => new TextEncoder().encode(JSON.stringify(value)).length;

/** Splits changes, in their order, into parts that each fit into one request. */
export function requestParts<Edit extends { row: { key: string; version: number }; change: Change }>(
  edits: readonly Edit[],
): Edit[][] {
  const parts: Edit[][] = [];
  let left = 0;
  for (const edit of edits) {
    const { key, version } = edit.row;
    const bytes = bytesOf(sharedInput({ key, version }, edit.change));
    const part = parts.at(-1);
    if (part && part.length < MOST_TOGETHER && bytes <= left) part.push(edit);
    else {
      parts.push([edit]);
      left = MOST_BYTES;
    }
    left -= bytes;
  }
  return parts;
}

/** Returns the fields of the API that a change sets. */
export function sharedFields(change: SharedChange) {
  switch (change.kind) {
    case "owner":
      return { ownerId: change.owner?.id ?? null };
    case "team":
      return { teamId: change.team?.id ?? null };
    case "priority":
      return { priority: change.priority };
    case "archived":
      return { archived: change.archived };
    case "due":
      return {
        dueDate: change.dueDate,
        ...(change.reason ? { dueReason: change.reason } : {}),
        ...(change.undoes ? { undoesDueMove: true as const } : {}),
      };
  }
}

/** Returns a change of one action as part of a request for several. Neither, if they can't get it together. */
export function sharedInput(row: { key: string; version: number }, change: Change) {
  if (!isShared(change)) return {};
  if (change.kind !== "step") return { update: { ...row, ...sharedFields(change) } };
  const { to, answers, reason, declineKind, undoesDecline, link } = change;
  return {
    step: {
      ...{ ...row, to },
      ...(answers === undefined ? {} : { answers }),
      ...(reason === undefined ? {} : { reason }),
      ...(declineKind === undefined ? {} : { declineKind }),
      ...(undoesDecline === undefined ? {} : { undoesDecline }),
      ...(link === undefined ? {} : { link }),
    },
  };
}
