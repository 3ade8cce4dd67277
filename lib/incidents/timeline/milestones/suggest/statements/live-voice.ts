import { oneOf } from "#lib/base/text/phrases.ts";
import { captionOf } from "./plain-words.ts";

/** Words of a service while it happens: "We are seeing errors", "Wir arbeiten bereits an der Lösung". */
const LIVE = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    we(?:['’]re| are)(?: currently| actively| now| still| also| aware and)? (?:seeing|noticing|observing|experiencing|investigating|looking into|working (?:on|to|with)|aware|having|receiving)
    our [\p{L}\s-]{1,40} (?:is|are) (?:currently |now )?(?:showing|seeing|experiencing|investigating|looking into|working on|down|unavailable|unreachable)
    our (?:team|engineers|technicians) (?:is|are) | (?:we|you may|users may|customers may|some users) (?:currently )?(?:experience|see|encounter|notice) (?:delays|errors|issues|problems|slow|degraded)
    wir (?:arbeiten|untersuchen|analysieren|prüfen|sind dabei|bitten um) | unsere techniker (?:arbeiten|sind)
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
    wir (?:beobachten|informieren|entschuldigen|bitten) | ihr verständnis | nous (?:surveillons|nous excusons|vous tiendrons) | merci de votre
    seguimos | disculpen? | lamentamos | agradecemos | pedimos desculpas | ci scusiamo | onze excuses | vi beklagar | vi beklager | ご迷惑をおかけ | 深表歉意
  `}`,
  "iu",
);
const LEAST_POSTS = 2;
const READ = 600;

interface Told {
  title: string;
  body?: string;
}
const textOf = ({ title, body = "" }: Told) => `${title}\n${body}`.slice(0, READ);
const isLive = (event: Told): boolean => LIVE.test(textOf(event));

/**
 * Returns whether a story is a service's posts to its users while it happened: it opens with such a post, and others
 * follow. A report afterwards tells in the past, and a chat names who writes.
 */
export function isToldLive(events: readonly Told[]): boolean {
  const [first, ...others] = events;
  if (!first || others.length === 0 || !isLive(first)) return false;
  const posts = others.filter((one) => isLive(one) || TO_READERS.test(textOf(one)) || captionOf(one.title) !== null);
  return posts.length + 1 >= Math.max(LEAST_POSTS, events.length / 2);
}
