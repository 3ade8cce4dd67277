import type { ActionPriority, ActionType } from "#lib/base/vocabulary/action-item.ts";
import { readEffort } from "#lib/follow/action-item/effort.ts";

/** The values of the form. A date of `undefined` follows the policy of the priority until someone sets one. */
export interface ActionDraft {
  title: string;
  type: ActionType;
  priority: ActionPriority;
  dueDate: string | null | undefined;
  ownerId: string;
  teamId: string;
  doneWhen: string;
  description: string;
  trackerUrl: string;
  /** As typed. */
  effort: string;
  /** Empty for none. Only if the form was opened without an origin. */
  incidentKey: string;
  factorIds: readonly string[];
}

export const BLANK: ActionDraft = {
  title: "",
  type: "prevent",
  priority: "P2",
  dueDate: undefined,
  ...{ ownerId: "", teamId: "", doneWhen: "", description: "", trackerUrl: "", effort: "", incidentKey: "" },
  factorIds: [],
};

/** Returns whether a draft has texts to lose. */
export const isWritten = ({ title, doneWhen, description }: ActionDraft): boolean =>
  [title, doneWhen, description].some((text) => text.trim() !== "");

/** The origin of a new action. */
export interface ActionPreset {
  factorIds?: readonly string[] | undefined;
  reviewKey?: string | undefined;
  incidentKey?: string | undefined;
  changeKeys?: readonly string[] | undefined;
}

/** Returns the date that the form shows: the one set, otherwise the one by policy. */
export const dueOf = ({ dueDate }: ActionDraft, byPolicy: string | null): string | null =>
  dueDate === undefined ? byPolicy : dueDate;

/** Returns whether the form asks for the origin of the action. */
export const asksOrigin = ({ factorIds, reviewKey, incidentKey }: ActionPreset): boolean =>
  !factorIds?.length && !reviewKey && !incidentKey;

// A named review determines its incident, and so does the review of a factor.
function incidentOf(draft: ActionDraft, preset: ActionPreset): { incidentKey?: string } {
  const key = asksOrigin(preset) ? (draft.factorIds.length > 0 ? "" : draft.incidentKey) : preset.incidentKey;
  return key ? { incidentKey: key } : {};
}

/** Returns what is sent. Values that no one set are left out, so the server's policy decides. */
export const inputOf = (draft: ActionDraft, preset: ActionPreset) => ({
  title: draft.title.trim(),
  type: draft.type,
  priority: draft.priority,
  doneWhen: draft.doneWhen.trim(),
  description: draft.description.trim(),
  ownerId: draft.ownerId || null,
  teamId: draft.teamId || null,
  trackerUrl: draft.trackerUrl.trim() || null,
  effortDays: readEffort(draft.effort) ?? null,
  factorIds: [...(preset.factorIds ?? draft.factorIds)],
  changeKeys: [...(preset.changeKeys ?? [])],
  ...(draft.dueDate === undefined ? {} : { dueDate: draft.dueDate }),
  ...(preset.reviewKey ? { reviewKey: preset.reviewKey } : {}),
  ...incidentOf(draft, preset),
});
