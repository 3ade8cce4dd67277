import { oneOf } from "#lib/base/text/phrases.ts";
import { type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";

/** A sentence that asks, to its end. */
const ASKED = /(?<=^|[.!?。！？]\s{0,2})[^.!?。！？]{2,200}[?？](?=\s|$)/g;
/** "Wenn der Dienst ausfällt, …", "falls nötig". Spanish starts statements with "se", so an article follows here. */
const CONDITION = new RegExp(
  oneOf`
    ^\P{L}{0,8}(?:\p{L}{1,20}: )?(?:wenn|falls|sofern|indien|hvis|jeśli|jeżeli|если)(?!\p{L})
    ^\P{L}{0,8}(?:\p{L}{1,20}: )?si (?=(?:el|la|los|las|le|les|un|una|une|on|nous|vous|no|se|hay|esto|cela|ce|aucun|aucune|nécessaire|fuera|falla|échec|persiste|ça) |l['’]|c['’])
    ^\P{L}{0,8}(?:\p{L}{1,20}: )?(?:se (?=(?:il|i|gli|o|os|um|uma) |l['’])|als (?=(?:de|het|een|er|we) ))
    (?<!\p{L})(?:falls|wenn|si|se|indien) (?:nötig|erforderlich|notwendig|nécessaire|besoin|nodig)(?!\p{L})
    (?<!\p{L})(?:si|se) (?:es |fuera |for |è )?(?:necesario|necessário|necessario)(?!\p{L})
  `,
  "iu",
);
const WORKS = `(?:mehr |está |es |se |è |est |som )?(?:erreichbar|verfügbar|möglich|bereikbaar|beschikbaar|disponib|respond|funciona|acces|raggiungib|rispond|acess)`;
/** "Bestätigt keinen Ausfall", "n'a pas confirmé". */
const DECLINED = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:bestätig|meldet|bevestig)\p{L}* (?:\p{L}+ ){0,2}?(?:kein\p{L}*|nicht|geen|niet)(?! ${WORKS})
    (?:kein\p{L}*|nicht|geen|niet) (?:\p{L}+ ){0,3}(?:bestätigt|bevestigd|gemeldet)
    n['’](?:a|ont) (?:pas|toujours pas|pas encore|rien) (?:confirm|annonc|signal|reconnu)
    ne (?:confirm|signal|annonc|reconna)\p{L}+ (?:pas|aucun)
    (?:no|não|non) (?:ha |han |hanno |nos |lo )?(?:confirm|conferm|reconoc|reconhec|inform|anunci|admit)
    не (?:подтвер|призна|сообщ)
    (?:confirm|conferm|inform|anunci|annonc)\p{L}+ (?:que |che |qu['’])?(?:no|não|non|aucun\p{L}*|ningun\p{L}*|ningún|nessun\p{L}*|nenhum\p{L}*)(?!\p{L})(?! ${WORKS})
  `}`,
  "iu",
);
/** "Ein Angreifer hat …", "der Kunde erhöht …": with a form of the passive, it is done to them. */
const BY_OTHERS = new RegExp(
  String.raw`^\P{L}{0,8}(?:(?:der|die|ein|eine|unser|le|la|les|un|une|el|los|o|os|um|il|i|gli|de|het|een) |l['’])${oneOf`
    angreifer\p{L}* | attaquants? | pirates? | atacantes? | invasor\p{L}* | hackers? | attaccant\p{L}* | aanvallers?
    kunden? | nutzer | clients? | clientes? | clienti | klant(?:en)? | gebruikers? | utilisateurs? | usuarios? | usuários? | utent\p{L}*
  `}(?!\p{L})(?!.*(?<!\p{L})(?:wurden?|werden|wird|worden|été|sont|fueron|fue|foram|foi|stat[oai]|vengono|viene)(?!\p{L}))`,
  "iu",
);

/** Returns a text without its questions. */
export const withoutQuestions = (text: string): string => text.replace(ASKED, " ");

/** Returns whether a line only speaks of what its words suggest: as a condition, as declined, or as others' doing. */
export const isOnlySpokenOf = (text: string, kind: EventKind): boolean =>
  CONDITION.test(text) ||
  (kind === "dependency_event" && DECLINED.test(text)) ||
  (["change", "mitigation"].includes(groupOfKind(kind)) && BY_OTHERS.test(text));
