import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { kindsTold } from "../kinds/guess-kind.ts";
import { hasWord } from "../kinds/word-classes.ts";
import { isPlainKind } from "../plain-kinds.ts";
import { type Saying, sayingsOf } from "./sayings.ts";

export interface SuggestibleEvent {
  id: string;
  at: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  body?: string;
  hidden?: boolean;
  /** Which incident of its source it is of, where that tells of several. */
  section?: string | number | null;
}

/** An event with a time and all that it tells: its kind, and what its words say beside it. */
export interface ToldEvent extends SuggestibleEvent {
  at: string;
  ms: number;
  kinds: ReadonlySet<EventKind>;
  /** Words that say more than any kind. */
  says: ReadonlySet<Saying>;
}

/** A milestone's event with the reason why it is proposed. */
export interface Found {
  event: ToldEvent;
  reason: string;
}

const BODY_READ = 4000;
const BODY_TOLD = 200;
/** What else a longer entry may tell of, without being about it. */
const TOLD_BESIDE: ReadonlySet<EventKind> = new Set<EventKind>(["public_update", "declared", "paged", "acknowledged"]);

/** The events that have a time and are shown, in the order of time. */
export function toldEvents(events: readonly SuggestibleEvent[]): ToldEvent[] {
  return events
    .filter((event): event is SuggestibleEvent & { at: string } => {
      return event.at !== null && event.precision !== "unknown" && event.hidden !== true;
    })
    .map((event) => ({ ...event, ms: Date.parse(event.at), ...readTold(event) }))
    .sort((a, b) => a.ms - b.ms);
}

function readTold({ kind, title, body = "" }: SuggestibleEvent): Pick<ToldEvent, "kinds" | "says"> {
  const inTitle = kindsTold(title);
  const inBody = kindsTold(body.slice(0, BODY_TOLD));
  const told = inTitle.size > 0 ? new Set([...inTitle, ...[...inBody].filter((one) => TOLD_BESIDE.has(one))]) : inBody;
  // A kind that did not come from the words stands for itself.
  const kinds = told.has(kind) || isPlainKind(kind) ? new Set([kind, ...told]) : new Set([kind]);
  // Declared on the status page: customers read it there.
  if (kinds.has("declared") && hasWord(wordsOf(title), "STATUS_PAGE")) kinds.add("public_update");
  return { kinds, says: sayingsOf(readClauses(title), title, body.slice(0, BODY_READ), kinds) };
}
