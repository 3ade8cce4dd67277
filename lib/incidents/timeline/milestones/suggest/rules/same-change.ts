import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ToldEvent } from "../told/told-event.ts";

const WORD = /[a-z0-9][a-z0-9._-]{2,60}/g;
const SAID_OF_ALL = new Set(
  "the and was were for with from into back after again rollback rolled rolling revert reverted deploy deployed deployment release released change changes changed version previous production all".split(
    " ",
  ),
);

/** How many words two events share, of those that are not said of every change. */
export function sharedWords(one: ToldEvent, other: ToldEvent): number {
  const said = new Set(one.title.toLowerCase().match(WORD));
  const words = new Set(other.title.toLowerCase().match(WORD));
  return [...words].filter((word) => said.has(word) && !SAID_OF_ALL.has(word)).length;
}

/** What only a machine is called: "max_wal_size", "checkout-api", "build 4711". */
const NAME = /[a-z0-9]+(?:[_./-][a-z0-9]+)+|\b\d{3,}\b/g;

/** Whether two events speak of one setting, version or part by its name. */
export function shareName(one: ToldEvent, other: ToldEvent): boolean {
  const said = new Set(one.title.toLowerCase().match(NAME));
  return (other.title.toLowerCase().match(NAME) ?? []).some((name) => said.has(name));
}

/** The start and the end of one action are of one family. */
export const familyOf = (kind: EventKind): string => kind.replace(/_(?:started|finished)$/, "");

/** What a change is called where another line speaks of it. */
const CALLED: readonly (readonly [string, RegExp])[] = [
  ["deploy", /\b(?:release|deploy(?:ment)?|rollout|build)\b/i],
  ["config_changed", /\b(?:config(?:uration)?|settings?|rule)\b/i],
  ["migration", /\bmigration\b/i],
  ["infra_change", /\b(?:upgrade|update|maintenance)\b/i],
];

/** Whether a text speaks of a change of this kind. */
export const speaksOf = (title: string, kind: EventKind): boolean =>
  CALLED.some(([family, words]) => family === familyOf(kind) && words.test(title));

/** Whether both speak of a change of one family, as "the configuration change" and "rolled the config back" do. */
export function areAlike(one: ToldEvent, other: ToldEvent): boolean {
  const called = CALLED.find(([, words]) => words.test(other.title));
  return called?.[1].test(one.title) ?? false;
}
