import type { SyncedField } from "#lib/base/vocabulary/issue-tracker.ts";

/** The compared fields of an action and its issue: each synced field, and whether the action is blocked. */
export const COMPARED_FIELDS = ["title", "status", "blocked", "owner", "dueDate", "priority"] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** The field of the contract that a compared one is part of. */
export const syncedFieldOf = (field: ComparedField): SyncedField => (field === "blocked" ? "status" : field);

type Value = string | null;
export type Values = Record<ComparedField, Value>;

/** The values of both sides when they last agreed. Each side is only compared with its own. */
export interface AgreedPair {
  /** Left out: the action's value is to be written there, whatever it is. */
  here?: Value;
  there: Value;
  /** Why the tracker rejected the value here. It isn't written again until it changes, or someone looks by hand. */
  refused?: string;
}
export type Agreed = Partial<Record<ComparedField, AgreedPair>>;

/** Both sides of a field that waits for a person, and why. */
export interface Held {
  here: Value;
  there: Value;
  why: string;
  /** When this was found, ISO 8601. */
  since: string;
  /** Id of the account that set the value there, if the tracker says so. */
  by?: string;
}

/** The value of one side in the words of the other. Undefined: it has none, so nothing is written. */
export interface Translation {
  toThere(field: ComparedField, here: Value): Value | undefined;
  toHere(field: ComparedField, there: Value): Value | undefined;
}

export interface Compared {
  here: Values;
  there: Values;
  agreed: Agreed;
  held: Partial<Record<ComparedField, Held>>;
  /** The fields that are kept in sync. */
  fields: ReadonlySet<ComparedField>;
  translation: Translation;
  /** Whether the title there was written after the one here. */
  isTitleThereLater: boolean;
  /** Whether the date here is promised: a move needs a reason. */
  isDatePromised: boolean;
}

/** The outcome for a field. `same` and `agreed` write nothing; `agreed` and `noted` store the current pair. */
export type Step =
  | { is: "same" | "agreed" | "noted" }
  | { is: "send" | "take"; value: Value }
  | { is: "conflict"; why: string }
  | { is: "held" };

/** Fields that are only written there. A person is never asked about them. */
export const ONLY_FROM_HERE: ReadonlySet<ComparedField> = new Set(["blocked", "priority"]);
const SETTLED = ["verified", "declined"];

const DATE_CONFLICT = "Both dates changed since they last agreed. The action was accepted, so a move needs a reason.";

const DATE_REMOVED = "The date was removed there. The action was accepted, so a person decides.";

/**
 * Returns what happens to one field of an action and its issue. If one side changed since they last agreed, its value
 * goes to the other. If both did, the rule of the field decides: the later title; a closed issue over an open action,
 * otherwise the status here; the owner here; the date here unless it is promised, which a person decides.
 */
export function stepOf(field: ComparedField, compared: Compared): Step {
  const { translation } = compared;
  const [here, there, pair] = [compared.here[field], compared.there[field], compared.agreed[field]];
  const isHereNew = pair === undefined || !("here" in pair) || pair.here !== here;
  const isThereNew = pair === undefined || pair.there !== there;
  if (!isHereNew && !isThereNew) return { is: "same" };
  const [sent, taken] = [translation.toThere(field, here), translation.toHere(field, there)];
  if (sent === there || taken === here) return { is: "agreed" };
  const send: Step = sent === undefined ? { is: "noted" } : { is: "send", value: sent };
  if (ONLY_FROM_HERE.has(field)) return isHereNew ? send : { is: "noted" };
  const held = compared.held[field];
  if (held && held.here === here && held.there === there) return { is: "held" };
  const take: Step = taken === undefined ? { is: "noted" } : { is: "take", value: taken };
  if (!isThereNew) return send;
  const isRemoved = field === "dueDate" && there === null && compared.isDatePromised;
  if (isRemoved && !isHereNew) return { is: "conflict", why: DATE_REMOVED };
  return isHereNew && pair !== undefined ? bothChanged(field, compared, { send, take }) : isHereNew ? send : take;
}

function bothChanged(field: ComparedField, compared: Compared, { send, take }: { send: Step; take: Step }): Step {
  if (field === "title") return compared.isTitleThereLater ? take : send;
  if (field === "dueDate" && compared.isDatePromised) return { is: "conflict", why: DATE_CONFLICT };
  const isClosed = field === "status" && compared.there.status === "completed";
  return isClosed && !SETTLED.includes(compared.here.status ?? "") ? take : send;
}

/** Returns the steps of every field that is kept in sync. */
export const stepsOf = (compared: Compared): Map<ComparedField, Step> =>
  new Map(
    COMPARED_FIELDS.filter((field) => compared.fields.has(field)).map((field) => [field, stepOf(field, compared)]),
  );

/** Returns why a value of this side was rejected there, if one still is. */
export const refusedWords = (agreed: Agreed): string | null =>
  Object.values(agreed).find((pair) => pair.refused !== undefined)?.refused ?? null;

/** Returns an agreement by which rejected values are written again. */
export const withoutRefused = (agreed: Agreed): Agreed =>
  Object.fromEntries(
    Object.entries(agreed).map(([field, pair]) => [field, pair.refused === undefined ? pair : { there: pair.there }]),
  );

/** Returns whether an action still has the values of the last agreement, so its issue needn't be read. */
export const isUnchangedHere = ({ here, agreed, fields }: Pick<Compared, "here" | "agreed" | "fields">): boolean =>
  [...fields].every((field) => {
    const pair = agreed[field];
    return pair !== undefined && "here" in pair && pair.here === here[field];
  });
