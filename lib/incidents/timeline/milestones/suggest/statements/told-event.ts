import { readClauses } from "#lib/base/clauses/read-clauses.ts";
import { wordsOf } from "#lib/base/clauses/tokens.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import type { Precision } from "#lib/base/time/precision.ts";
import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { guessKind, kindsMaybe, kindsTold, statesNothing } from "../../../kinds/guess-kind.ts";
import type { Concept } from "../../../kinds/languages/concept.ts";
import { type ToldElsewhere, toldElsewhere } from "../../../kinds/languages/in-other-languages.ts";
import { meantKind } from "../../../kinds/languages/weigh-elsewhere.ts";
import { asTold } from "../../../kinds/not-as-told.ts";
import { isPlainKind } from "../../../kinds/plain-kinds.ts";
import { isCaptioned, isNumberedUpdate } from "../../../kinds/public-voice.ts";
import { hasWord } from "../../../kinds/words/word-classes.ts";
import type { MilestoneName } from "../../milestone-names.ts";
import { ownParts } from "./own-parts.ts";
import { captionOf } from "./plain-words.ts";
import type { Saying } from "./saying.ts";
import { sayingsOf } from "./sayings.ts";
import { fieldAlone, statedMilestone } from "./stated.ts";

export interface SuggestibleEvent {
  id: string;
  at: string | null;
  precision: Precision;
  kind: EventKind;
  title: string;
  body?: string;
  hidden?: boolean;
  /** Which incident of its source it belongs to, if the source contains several. */
  section?: string | number | null;
}

/** An event with a time and everything its text says: kinds and other statements. */
export interface ToldEvent extends SuggestibleEvent {
  at: string;
  ms: number;
  kinds: ReadonlySet<EventKind>;
  /** The kinds that its text makes possible, with their chances. They count less than stated kinds. */
  maybe: ReadonlyMap<EventKind, number>;
  /** Statements more specific than any kind. */
  says: ReadonlySet<Saying>;
  /** The milestone that it states outright, as a field of that name. */
  states: MilestoneName | null;
  /** True if its kind didn't come from its text, but from a tool or a person. */
  isGiven: boolean;
}

/** The event of a milestone, with the reason for the suggestion. */
export interface Found {
  event: ToldEvent;
  reason: string;
  /** True for a cause that was rolled back later: rolling it back is what helped. */
  isUndone?: true;
}

const BODY_READ = 4000;
const BODY_TOLD = 200;
/** A cut title is repeated there. */
const BODY_OPENING = 400;
/** Kinds that a longer entry can mention without being about them. */
const TOLD_BESIDE: ReadonlySet<EventKind> = new Set<EventKind>(["public_update", "declared", "paged", "acknowledged"]);

/** Returns visible events with a time, in order of time. */
export function toldEvents(events: readonly SuggestibleEvent[]): ToldEvent[] {
  const shown = events
    .filter((event): event is SuggestibleEvent & { at: string } => {
      return event.at !== null && event.precision !== "unknown" && event.hidden !== true;
    })
    .map((event) => ({ ...event, ms: Date.parse(event.at) }))
    .sort((a, b) => a.ms - b.ms);
  const sharing = Map.groupBy(shown, ({ title, section }) => `${section ?? ""} ${title}`);
  const parts = new Map(
    [...sharing.values()].flatMap((told) => {
      const own = told.length > 1 ? ownParts(told[0]?.title ?? "") : null;
      return own?.length === told.length ? told.map((event, at) => [event, own[at] ?? event.title] as const) : [];
    }),
  );
  return shown.map((event) => ({ ...event, ...readText({ ...event, title: parts.get(event) ?? event.title }) }));
}

/** The caption of an update or a column. The content is below. */
const CAPTION = /^(?:investigating|identified|monitoring|update|updated)$/i;
const COLUMN = /^[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}: /;

/** Returns the text that describes an event: its title, or the text below a title without content. */
function toldIn(title: string, body: string): string {
  const below = body.slice(0, BODY_TOLD).replace(COLUMN, "");
  if (below === "") return title;
  if (CAPTION.test(title.trim()) || isNumberedUpdate(title)) return below;
  return statesNothing(title) && kindsTold(title).size === 0 ? `${title}. ${below}` : title;
}

/** The least that a line of each kind says, for languages without a table of sayings. */
const SAID_BY_KIND: Partial<Record<EventKind, readonly Saying[]>> = {
  alert_fired: ["heard", "bad", "troubled"],
  customer_report: ["heard", "bad", "troubled", "hits_users"],
  error_observed: ["bad", "troubled"],
  impact_started: ["bad", "troubled", "harmed", "hits_users"],
  mitigation_failed: ["acts", "in_vain", "troubled"],
  mitigation_started: ["acts"],
  restarted: ["acts"],
  rerouted: ["acts"],
  scaled: ["acts"],
  flag_off: ["acts"],
  config_changed: ["acts"],
  impact_changed: ["bad", "troubled"],
  rollback_started: ["acts", "begins"],
  rollback_finished: ["acts"],
  mitigated: ["well", "partly_well"],
  impact_ended: ["well", "partly_well", "works"],
  resolved: ["well", "partly_well", "over"],
};

/** "Störung beendet" is declared, and tells of no relief at that time. These words tell of one. */
const RELIEVED: readonly Concept[] = ["normal", "works", "available", "again"];

/** Returns what a line in another language says. */
function sayingsElsewhere({ means, isOther }: ToldElsewhere, said: EventKind): readonly Saying[] {
  const kind = isOther || means.size > 0 ? said : undefined;
  const isDeclared = kind === "resolved" && !RELIEVED.some((one) => means.has(one));
  return [
    ...(isDeclared ? (["over"] as const) : ((kind && SAID_BY_KIND[kind]) ?? [])),
    ...(means.has("investigate") && !means.has("planned") ? (["looked_into"] as const) : []),
    ...(means.has("cause") && means.has("found") ? (["found_out"] as const) : []),
    ...(means.has("notice") ? (["noticed", "heard"] as const) : []),
    ...(means.has("repair") && (means.has("done") || means.has("deploy") || means.has("apply"))
      ? (["fix_live"] as const)
      : []),
    ...(means.has("partly") || means.has("gradually") ? (["in_part"] as const) : []),
  ];
}

/** "The alert fired. Engineers immediately started the investigation." */
const LOOKED_AT_ONCE = new RegExp(
  String.raw`(?:^|[.!?\n]\W*)${oneOf`
    (?:(?:the |our |an? )?(?:[\w-]{1,20} ){0,2}?(?:engineers?|team|on-?call|staff|operators?|technicians?|admins?|room|desk|we|they)\s)(?:(?:immediately|then|promptly|quickly|also) ){0,2}(?:start(?:s|ed)?|began|begins?) (?:(?:to )?(?:investigat|troubleshoot|debug|diagnos|look(?:ing)? into)\w*|(?:the|an|their|its) investigation)
    (?:the |an? |our )?investigations? (?:was |were )?(?:immediately )?(?:began|begun|begins?|started|starts|opened|initiated)(?=\W*(?:$|\n|at once|immediately|right away|\.))
  `}`,
  "i",
);

/** "Status: resolved (node back after a power cycle)", at the head of a report, tells of no earlier relief. */
const STATE_RESOLVED = /^\W*status\W{1,6}resolved(?!\?)\b/i;

function readText({
  kind,
  title,
  body = "",
}: SuggestibleEvent): Pick<ToldEvent, "kinds" | "maybe" | "says" | "states" | "isGiven"> {
  const words = toldIn(title, body);
  const inTitle = kindsTold(words);
  const inBody = kindsTold(body.slice(0, BODY_TOLD).replace(COLUMN, ""));
  // A cut title continues in the body. Other text there may describe another time.
  const isCut = title.endsWith("…");
  const beside = [...inBody].filter((one) =>
    inTitle.size > 0 ? TOLD_BESIDE.has(one) : isCut || groupOfKind(one) !== "change",
  );
  const told = new Set([...inTitle, ...beside]);
  // A kind that didn't come from the text is kept as the only kind.
  const guessed = guessKind(words);
  const isOfCaption = kind === "public_update" && isCaptioned(title, guessed);
  const isGiven = !told.has(kind) && !isPlainKind(kind) && guessed !== kind && !isOfCaption;
  const kinds = isGiven ? new Set([kind]) : new Set([kind, ...told]);
  // If it is declared on the status page, customers can read it.
  if (kinds.has("declared") && hasWord(wordsOf(words), "STATUS_PAGE")) kinds.add("public_update");
  if (kinds.has("resolved") && STATE_RESOLVED.test(title))
    return {
      ...{ kinds: new Set(["resolved"]), maybe: new Map(), says: new Set(["over", "end_label"]) },
      ...{ states: "resolved", isGiven },
    };
  const says = sayingsOf(readClauses(words), words, body.slice(0, BODY_READ), kinds);
  const elsewhere = toldElsewhere(words);
  for (const saying of sayingsElsewhere(elsewhere, guessKind(words))) says.add(saying);
  const meant = meantKind(words);
  // Words of impact that start none still speak of trouble.
  if (elsewhere.kind !== meant) says.add("bad").add("troubled");
  if (captionOf(title)) says.add("status_post");
  if (LOOKED_AT_ONCE.test(body.slice(0, BODY_OPENING))) says.add("looked_into");
  // What a supplier says of its own incident isn't said of ours.
  if (isGiven && kind === "dependency_event")
    return { kinds, maybe: new Map([[kind, 1]]), says: new Set(), states: null, isGiven };
  const likely = kindsMaybe(words);
  const maybe = meant && asTold(meant, words) === meant ? new Map([...likely, [meant, 1]]) : likely;
  // The name of a field for the end tells of no earlier relief.
  if (kind === "resolved" && fieldAlone(title) === "resolved")
    return { kinds, maybe, says: new Set<Saying>(["over", "end_label"]), states: "resolved", isGiven };
  return { kinds, maybe, says, states: statedMilestone(title), isGiven };
}
