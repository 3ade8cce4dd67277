import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { ToldEvent } from "../statements/told-event.ts";

const WORD = /[a-z0-9][a-z0-9._-]{2,60}/g;
const SAID_OF_ALL = new Set(
  "the and was were for with from into back after again rollback rolled rolling revert reverted deploy deployed deployment release released change changes changed version previous production all".split(
    " ",
  ),
);

/** Returns what is in the title of an event, found once for each event: each can be compared with many. */
function onceAnEvent(find: (title: string) => Iterable<string>): (event: ToldEvent) => ReadonlySet<string> {
  const known = new WeakMap<ToldEvent, ReadonlySet<string>>();
  return (event) => {
    const found = known.get(event) ?? new Set(find(event.title.toLowerCase()));
    known.set(event, found);
    return found;
  };
}

const wordsOf = onceAnEvent((title) => (title.match(WORD) ?? []).filter((word) => !SAID_OF_ALL.has(word)));

/** Returns how many words two events share, without words that describe every change. */
export const sharedWords = (one: ToldEvent, other: ToldEvent): number => shared(wordsOf(one), wordsOf(other)).length;

const shared = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].filter((one) => others.has(one));

/** Names that only machines have: "max_wal_size", "checkout-api", "build 4711". */
const NAME = /[a-z0-9]+(?:[_./-][a-z0-9]+)+|\b\d{3,}\b/g;
const namesOf = onceAnEvent((title) => title.match(NAME) ?? []);

/** Returns whether two events name the same setting, version or part. */
export const shareName = (one: ToldEvent, other: ToldEvent): boolean => shared(namesOf(one), namesOf(other)).length > 0;

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
