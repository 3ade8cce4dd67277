import { oneOf, words } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { guess, kindsTold, statesNothing } from "./guess-kind.ts";
import { isCaptioned, isNumberedUpdate, kindOfPublicVoice } from "./public-voice.ts";
import { SupplierVoice } from "./supplier-voice.ts";
import type { Guess } from "./weigh.ts";

const SIGNALS: ReadonlySet<EventKind> = new Set<EventKind>([
  "alert_fired",
  "customer_report",
  "paged",
  "acknowledged",
  "declared",
  "rollback_started",
  "rollback_finished",
  "impact_started",
  "impact_changed",
  "error_observed",
  "dependency_event",
]);
/** "An outage occurred earlier today": told afterwards, at a time that says nothing of when it was. */
const EARLIER = /\bearlier (?:today|this (?:morning|afternoon|evening|week))\b/i;
const CLOCK = /\d[:.h]\d{2}|\d\s?[ap]\.?m\b/i;
const TOLD_LATER: ReadonlySet<EventKind> = new Set<EventKind>(["error_observed", "impact_started", "impact_changed"]);
const ENDS: ReadonlySet<EventKind> = new Set<EventKind>(["resolved", "closed"]);

/** A short title can occur twice with good reason: "Restarted the hub". */
const SHORT = 90;
const BODY_READ = 200;
/** A text longer than this describes more than one instant. */
const STORY = 600;
const BLOCK_LINES = 4;
/** A plural noun names what a column or section lists, so each entry below must suggest its own kind. */
const CAPTION = /^\s*[A-Za-z-]{3,20}s:?\s*$/;

/** "Block height: 42": the name and value of something. */
const FIELD = /^[A-Za-z][\w ]{1,24}: ?\S{0,40}$/;
/** "Source: ticket system": where an entry is from, or who wrote it, which another column of its row tells. */
const ORIGIN = new RegExp(
  String.raw`^(?:${oneOf`
    sources? | systems? | tools? | actors? | owners? | authors? | evidence | references? | origin | channel | component
    quelle | herkunft | beleg | akteur | origine | acteur | auteur | preuve | fuente | origen | autor | fonte | origem
    ator | attore | autore | bron | źródło | источник | 来源 | 出典 | 情報源 | 출처
  `})(?:\(s\)| (?:of|system|type) ?[^\n:：]{0,12})?[\s*_]{0,3}[:：] ?[^\n]{0,60}$`,
  "iu",
);

/** Returns the kind of a body. For a whole block it returns one only if all of its statements agree. */
function guessBody(body: string): Guess {
  if (FIELD.test(body.trim()) || ORIGIN.test(body.trim())) return { kind: "observation", isStep: false };
  const told = guess(body.slice(0, BODY_READ));
  const isBlock =
    body.length > STORY ||
    (body.length > BODY_READ && (body.split("\n", BLOCK_LINES).length === BLOCK_LINES || kindsTold(body).size > 1));
  return isBlock ? { kind: "observation", isStep: false } : told;
}

/** Kinds of news about trouble that a heading names. */
const NEWS: ReadonlySet<EventKind> = new Set<EventKind>(["resolved", "impact_ended", "mitigated", "monitoring"]);

/** "Duration: 37 minutes": the fields below tell the whole of an incident, and its entry is at the start. */
const LENGTH = new RegExp(
  String.raw`^(?:${oneOf`
    (?:total )?(?:duration|length|downtime) | lasted | dauer | durée | duración | duração | durata | duur | varighet | varaktighet | varighed
    czas trwania | длительность | 継続時間 | 期間 | 持续时间 | 持續時間 | 지속(?: 시간)?
  `})[\s*_]{0,3}[:：]`,
  "iu",
);
/** "Release test done": what the text below it tells was on trial. */
const OF_TEST =
  /(?:テスト|試験|测试|測試|테스트)(?:の?\S{0,2}(?:開始|作成|実施|完了|开始|完成|시작|완료)|[をはが]|\s|$)|\b(?:release|staging|acceptance|regression|smoke) tests?\b/iu;
/** "We have completed a post mortem": the text below it is the report. */
const OF_REPORT = words`
  (?:completed|finished|published|shared|written|posted|released|ready|done) (?:(?:a|an|our|the) )?(?:post-? ?mortem|root cause analysis|incident report)
  (?:post-? ?mortem|root cause analysis|incident report) (?:(?:is|was|has been) )?(?:now )?(?:done|published|finished|completed?|ready|available|shared|posted)
`;

/** A heading can name the incident ("Service outage") above a post with the news: "All is back online". */
function guessBoth(title: string, body: string, told: Guess): Guess {
  if (CAPTION.test(title) || isNumberedUpdate(title)) return guessBody(body);
  if (!["observation", "impact_started", "error_observed"].includes(told.kind) || !statesNothing(title)) return told;
  if (OF_REPORT.test(title)) return told;
  const below = guessBody(body);
  if ((LENGTH.test(title) || OF_TEST.test(title)) && (NEWS.has(below.kind) || below.kind.startsWith("deploy")))
    return told;
  return told.kind === "observation" || NEWS.has(below.kind) ? below : told;
}

/**
 * Reads the entries of one document in their order: earlier entries decide whether an action responds to an incident.
 */
export class KindReader {
  #responding = false;
  #last = "";
  readonly #suppliers: SupplierVoice;

  constructor({ isOfSupplier = false }: { isOfSupplier?: boolean } = {}) {
    this.#suppliers = new SupplierVoice(isOfSupplier);
  }

  /**
   * Returns the kind of the next entry: that of its title, or of the start of its body if the title is only a heading.
   */
  next(title: string, body: string): EventKind {
    // One paragraph can contain several instants. Its event happened at only one of them.
    const isLong = body !== "" || title.length > SHORT;
    const isRepeated = isLong && this.#last === `${title}\n${body}`;
    this.#last = `${title}\n${body}`;
    const said = kindOfPublicVoice(title, body);
    const told = said ? { kind: said, isStep: false } : guess(title);
    if (this.#suppliers.isIn(title, told.kind)) {
      this.#responding = true;
      return "dependency_event";
    }
    if (isRepeated) return "observation";
    if (said) return said;
    if (isCaptioned(title, told.kind)) return "public_update";
    if (TOLD_LATER.has(told.kind) && EARLIER.test(title) && !CLOCK.test(title)) return "observation";
    const { kind, isStep } = body === "" ? told : guessBoth(title, body, told);
    if (SIGNALS.has(kind)) this.#responding = true;
    if (ENDS.has(kind)) this.#responding = false;
    if (this.#responding)
      return isStep && (kind === "infra_change" || kind === "data_change") ? "mitigation_started" : kind;
    if (isStep === "only") return "observation";
    return isStep && kind === "mitigation_started" ? "config_changed" : kind;
  }
}
