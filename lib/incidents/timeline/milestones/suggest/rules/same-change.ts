import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ToldEvent } from "../statements/told-event.ts";

const WORD = /[a-z0-9][a-z0-9._-]{2,60}/g;
const SAID_OF_ALL = new Set(
  "the and was were for with from into back after again rollback rolled rolling revert reverted deploy deployed deployment release released change changes changed version previous production all".split(
    " ",
  ),
);

/** Returns how many words two events share, without words that describe every change. */
export function sharedWords(one: ToldEvent, other: ToldEvent): number {
  const said = new Set(one.title.toLowerCase().match(WORD));
  const words = new Set(other.title.toLowerCase().match(WORD));
  return [...words].filter((word) => said.has(word) && !SAID_OF_ALL.has(word)).length;
}

/** Names that only machines have: "max_wal_size", "checkout-api", "build 4711". */
const NAME = /[a-z0-9]+(?:[_./-][a-z0-9]+)+|\b\d{3,}\b/g;

/** Returns whether two events name the same setting, version or part. */
export function shareName(one: ToldEvent, other: ToldEvent): boolean {
  const said = new Set(one.title.toLowerCase().match(NAME));
  return (other.title.toLowerCase().match(NAME) ?? []).some((name) => said.has(name));
}

/** Returns the family of a kind. Start and end of an action are one family. */
export const familyOf = (kind: EventKind): string => kind.replace(/_(?:started|finished)$/, "");

/** Words that other lines use for a change of each family. */
const CALLED: readonly (readonly [string, RegExp])[] = [
  ["deploy", /\b(?:release|deploy(?:ment|ing|ed|s)?|rollout|build|patch)\b/i],
  ["config_changed", /\b(?:config(?:uration)?|settings?|rule)\b/i],
  ["migration", /\bmigration\b/i],
  ["infra_change", /\b(?:upgrade|update|maintenance)\b/i],
];

/** Returns whether a text mentions a change of this kind. */
export const speaksOf = (title: string, kind: EventKind): boolean =>
  CALLED.some(([family, words]) => family === familyOf(kind) && words.test(title));

/**
 * Returns whether both mention a change of one family, as "the configuration change" and "rolled the config back" do.
 */
export function areAlike(one: ToldEvent, other: ToldEvent): boolean {
  const called = CALLED.find(([, words]) => words.test(other.title));
  return called?.[1].test(one.title) ?? false;
}
