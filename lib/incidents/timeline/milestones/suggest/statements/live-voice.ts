import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { statesNothing } from "../../../kinds/guess-kind.ts";
import { captionOf } from "./plain-words.ts";

/** Words of a service while it happens: "We are seeing errors", "Wir arbeiten bereits an der Lösung". */
const LIVE = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    we(?:['’]re| are)(?: currently| actively| now| still| also| aware and)? (?:seeing|noticing|observing|experiencing|investigating|looking into|working (?:on|to|with)|aware|having|receiving)
    our [\p{L}\s-]{1,40} (?:is|are) (?:currently |now )?(?:showing|seeing|experiencing|investigating|looking into|working on|down|unavailable|unreachable)
    (?:is|are) currently (?:down|unavailable|unreachable|inaccessible|offline|not|unable|experiencing|affected|degraded|disrupted)
    (?:derzeit|zurzeit|momentan|aktuell) (?:nicht|nur|gestört|eingeschränkt|kein\p{L}*) | vorübergehend nicht (?:erreichbar|verfügbar|möglich)
    (?:actuellement|présentement) (?:indisponibles?|inaccessibles?|perturbée?s?|hors) | (?:actualmente|atualmente|attualmente) (?:no|não|non|fora|inaccesible|indisponível|caíd[oa])
    our (?:team|engineers|technicians) (?:is|are) | (?:we|you may|users may|customers may|some users) (?:currently )?(?:experience|see|encounter|notice) (?:delays|errors|issues|problems|slow|degraded)
    wir (?:arbeiten|untersuchen|analysieren|prüfen|sind dabei|bitten um|sind (?:[\p{L},]+ ){0,6}auf der suche) | unsere techniker (?:arbeiten|sind)
    nous (?:sommes en train|recherchons|travaillons|analysons|enquêtons) | nos équipes (?:sont|travaillent)
    estamos (?:investigando|trabajando|viendo|experimentando|revisando|analizando) | nuestro equipo (?:está|trabaja)
    estamos (?:trabalhando|a trabalhar|cientes|verificando|analisando) | nossos? times? (?:está|estão|segue|seguem) | nossa equipe está
    stiamo (?:indagando|lavorando|verificando|analizzando|riscontrando) | (?:wij|we) (?:onderzoeken|werken|zijn bezig|zijn op de hoogte|ondervinden)
    vi (?:arbetar|felsöker|undersöker|jobber|arbejder|undersøger|feilsøker) | pracujemy nad | мы (?:работаем|разбираемся|выясняем|знаем) | наши специалисты
  `}(?!\p{L})|(?:調査|確認|復旧作業|対応)(?:して|を行って|を進めて)(?:おり|い)ます|我们正在|正在(?:紧急)?(?:排查|处理|抢修|修复|调查)|(?:확인|조사|복구) ?중(?:입니다|에 있습니다)`,
  "iu",
);
/** Promises and requests to readers: "We will continue to monitor", "Thanks for your patience". */
const TO_READERS = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    we(?: will|['’]ll) (?:continue|keep|provide|update|monitor|post|share|be) | we apologi[sz]e | (?:thank you|thanks|sorry) for | we (?:have|['’]ve) (?:identified|noticed|heard back|implemented|gradually|also)
    wir (?:beobachten|monitoren|überwachen|konnten|halten|informieren|entschuldigen|bitten) | ihr verständnis | nous (?:surveillons|nous excusons|vous tiendrons) | merci de votre
    seguimos | disculpen? | lamentamos | agradecemos | pedimos desculpas | ci scusiamo | onze excuses | vi beklagar | vi beklager | ご迷惑をおかけ | 深表歉意
  `}`,
  "iu",
);
const LEAST_POSTS = 2;
/** Most posts of a short thread speak to their readers, and a third of a long one, if none tells of the team's own work. */
const LEAST_SHARE = 1 / 3;
const READ = 600;

interface Told {
  title: string;
  body?: string;
  kinds: ReadonlySet<EventKind>;
}
const textOf = ({ title, body = "" }: Told) => `${title}\n${body}`.slice(0, READ);
const isLive = (event: Told): boolean => LIVE.test(textOf(event));
const INTERNAL: readonly EventKind[] = [
  "paged",
  "acknowledged",
  "joined",
  "handoff",
  "commander_assigned",
  "internal_update",
];
const isInternal = ({ kinds }: Told): boolean => INTERNAL.some((kind) => kinds.has(kind));

/**
 * Returns the first of a service's posts to its users, if a story consists of them: it opens with such a post, behind a
 * title at most, and others follow. A report afterwards tells in the past, and a chat names who writes.
 */
export function firstLivePost<Event extends Told>(events: readonly Event[]): Event | null {
  const [title, ...below] = events;
  const isTitled = title !== undefined && (title.body ?? "") === "" && !isLive(title) && statesNothing(title.title);
  const [first, ...others] = isTitled ? below : events;
  if (!first || others.length === 0 || !isLive(first)) return null;
  const posts = others.filter((one) => isLive(one) || TO_READERS.test(textOf(one)) || captionOf(one.title) !== null);
  const share = others.some(isInternal) ? 1 / 2 : LEAST_SHARE;
  return posts.length + 1 >= Math.max(LEAST_POSTS, (others.length + 1) * share) ? first : null;
}

/** Returns whether a story is a service's posts to its users while it happened. */
export const isToldLive = (events: readonly Told[]): boolean => firstLivePost(events) !== null;
