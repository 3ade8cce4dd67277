import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { guessKind, kindsMaybe, kindsTold, statesNothing } from "../../../kinds/guess-kind.ts";
import { isPlainKind } from "../../../kinds/plain-kinds.ts";
import { hasWord } from "../../../kinds/word-classes.ts";
import type { MilestoneName } from "../../milestone-names.ts";
import { captionOf } from "./plain-words.ts";
import type { Saying } from "./saying.ts";
import { sayingsOf } from "./sayings.ts";
import { statedMilestone } from "./stated.ts";

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

/** An event with a time and all that it tells: its kind, and other statements of its words. */
export interface ToldEvent extends SuggestibleEvent {
  at: string;
  ms: number;
  kinds: ReadonlySet<EventKind>;
  /** The kinds that its words make at all likely, with their chances: less than telling them. */
  maybe: ReadonlyMap<EventKind, number>;
  /** Words that say more than any kind. */
  says: ReadonlySet<Saying>;
  /** The milestone that it states outright: it is the field of that name. */
  states: MilestoneName | null;
  /** Its kind did not come from its words: a tool or a person gave it. */
  isGiven: boolean;
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

/** The caption of an update or of a column. The content is below. */
const CAPTION = /^(?:investigating|identified|monitoring|update|updated)$/i;
const COLUMN = /^[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}: /;

/** The words that tell an event: its title, or the text below an empty title. */
function toldIn(title: string, body: string): string {
  const below = body.slice(0, BODY_TOLD).replace(COLUMN, "");
  if (below === "") return title;
  if (CAPTION.test(title.trim())) return below;
  return statesNothing(title) && kindsTold(title).size === 0 ? `${title}. ${below}` : title;
}

function readTold({
  kind,
  title,
  body = "",
}: SuggestibleEvent): Pick<ToldEvent, "kinds" | "maybe" | "says" | "states" | "isGiven"> {
  const words = toldIn(title, body);
  const inTitle = kindsTold(words);
  const inBody = kindsTold(body.slice(0, BODY_TOLD).replace(COLUMN, ""));
  // A cut title continues below. Other text there doesn't count as happening then.
  const isCut = title.endsWith("…");
  const beside = [...inBody].filter((one) =>
    inTitle.size > 0 ? TOLD_BESIDE.has(one) : isCut || groupOfKind(one) !== "change",
  );
  const told = new Set([...inTitle, ...beside]);
  // A kind that did not come from the words stands for itself.
  const isGiven = !told.has(kind) && !isPlainKind(kind) && guessKind(words) !== kind;
  const kinds = isGiven ? new Set([kind]) : new Set([kind, ...told]);
  // Declared on the status page: customers read it there.
  if (kinds.has("declared") && hasWord(wordsOf(words), "STATUS_PAGE")) kinds.add("public_update");
  const says = sayingsOf(readClauses(words), words, body.slice(0, BODY_READ), kinds);
  if (captionOf(title)) says.add("status_post");
  return { kinds, maybe: kindsMaybe(words), says, states: statedMilestone(title), isGiven };
}
