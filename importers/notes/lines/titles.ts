import { oneOf, opening, words } from "#lib/base/text/phrases.ts";

const TIMELINE = new RegExp(
  String.raw`\b${oneOf`
    time\s?-?lines? | chronolog(?:y|ical) | (?:sequence|order|course) of events | (?:event|incident|activity) log
    log of events | event history | play[- ]by[- ]play | blow[- ]by[- ]blow
    zeitachse | (?:zeit(?:licher )?)?verlauf | zeit(?:licher )?ablauf | zeitleiste | zeitstrahl | ereignisverlauf | ablauf | hergang
    chronologie | déroul(?:é|ement)(?!\p{L}) | cronolog[ií]a | l[ií]nea de tiempo | secuencia de eventos | linha do tempo
    sequenza degli eventi | tijdlijn | verloop | tidslinje | händelseförlopp | aikajana
  `}\b|${oneOf`oś czasu | przebieg zdarzeń | 时间线 | 时间轴 | タイムライン | 時系列 | 経緯 | 타임라인 | хронолог`}`,
  "i",
);
const ELSEWHERE = words`
  action (?:items?|points?|plan) | actions | actionables | follow[- ]?ups? | todos? | lessons | learnings?
  learned | learnt | recommendations? | next steps | remediation (?:items|plan) | improvements?
  attendees | participants | appendix | apendix | glossary | references | see also | further reading
  conclusions? | weaknesses | what went (?:well|wrong|poorly|badly) | maßnahmen
  (?:verbeter|vervolg)?acties | maatregelen | azioni | åtgärder | acciones | ações | mesures
  prochaines étapes | pr[oó]ximos pas[os]+
`;
const SECTION_WORDS = opening`
  (?:executive )?summary | overview | background | impact | root causes? | causes? | contributing factors
  detection | response | recovery | resolution | mitigation | analysis | details | what (?:went|happened)
  where we got lucky | (?:where|how) luck helped | lucky breaks? | conclusions? | notes? | metrics | stats | links | people | roles | questions?
`;

/** "Follow-up timeline" continues the timeline. */
const GOES_ON = /\bfollow[- ]?up (?=time\s?-?line)/i;

/** "What we learned from Black Friday" is the title of a whole story. */
const OF_STORY =
  /^(?:what|how) (?:we|i) (?:have )?(?:learned|learnt)(?= (?:from|about|on|in|during|after) (?!this|the|that|our|it|these|those)\S)/i;

/** Titles of the part of a write-up with the timeline. */
export function isTimelineTitle(title: string): boolean {
  return TIMELINE.test(title) && !isElsewhereTitle(title);
}

/** Titles of parts that never belong to a timeline, even below one. */
export function isElsewhereTitle(title: string): boolean {
  return ELSEWHERE.test(title.replace(GOES_ON, "").replace(OF_STORY, ""));
}

/** A short label as write-ups use for their parts, as opposed to an ordinary line that ends in a colon. */
export function isSectionLabel(label: string): boolean {
  return isTimelineTitle(label) || isElsewhereTitle(label) || SECTION_WORDS.test(label);
}
