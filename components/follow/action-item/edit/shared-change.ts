import type { Change, Step } from "./change.ts";

const SHARED = ["owner", "team", "due", "priority", "archived"] as const;
type SharedChange = Extract<Change, { kind: (typeof SHARED)[number] }>;
type SharedStep = Step & { to: Exclude<Step["to"], "waived"> };

/** Returns whether several actions can get a change in one request. Evidence, answers and waivers belong to one action. */
export function isShared(change: Change): change is SharedChange | SharedStep {
  if (change.kind !== "step") return SHARED.some((kind) => kind === change.kind);
  const { to, evidence, method, answers } = change;
  return to !== "waived" && [evidence, method, answers].every((part) => part === undefined);
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
  const { to, reason, declineKind, link } = change;
  return {
    step: {
      ...{ ...row, to },
      ...(reason === undefined ? {} : { reason }),
      ...(declineKind === undefined ? {} : { declineKind }),
      ...(link === undefined ? {} : { link }),
    },
  };
}
