import { oneOf } from "#lib/base/text/phrases.ts";
import { type EventGroup, type EventKind, groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";

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

/** "Hätte ausgelöst werden müssen", "será restablecido", "建议重启": wished, advised or awaited. */
const WISHED = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    hätten? | würden? | wären? | sollten? | müssten? | aurait | auraient | serait | seraient | devrait | devraient | faudrait
    sera | seront | (?:est|sont) (?:prévue?s?|attendue?s?) | habría | debió | debería | será | serán | teria | seria | deveria | avrebbe
    sarebbe | dovrebbe | bisognerebbe | sarà | zou | zouden | had(?:den)? moeten | należałoby | powinn(?:a|o|y) | powinien | должен | должны
    должна | должно | надо было | следовало | бы
    (?:empfehlung|recommandation|recomendación|recomendação|raccomandazione|aanbeveling|zalecenie|рекомендация)(?=\s?[:：])
  `}(?!\p{L})|べき|再発防止|(?<!(?:按|根据)\S{0,8})建议|应该|应当|如果|改进措施|권고|어야\s?함|재발\s?방지|見込み`,
  "iu",
);
/** "Deployment wurde verschoben", "ロールバックは不要": postponed, rejected or not done. */
const POSTPONED = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    verworfen | abgebrochen | verschoben | blieb aus | reportée?s? | renoncé | descartad[oa]s? | descartó | aplazad[oa]s? | pospuso
    adiad[oa]s? | rinviat[oaie] | uitgesteld | przełożono | перенес[её]н[аоы]?
  `}(?!\p{L})|見送|不要|不需要|延期|推迟|禁止|必要なし|보류|연기|未重启|未回滚`,
  "iu",
);
/** "Déploiement annulé". Of a change that is live, it is its rollback. */
const CANCELLED =
  /(?<!\p{L})(?:annulée?s?|cancelad[oa]s?|annullat[oaie]|geannuleerd|odwołano|отмен[её]н[аоы]?)(?!\p{L})|取消/iu;
/** "Alarm einrichten", as an action for later. */
const ACTION =
  /^\P{L}{0,8}(?:maßnahme|action|acción|ação|azione|actie|działanie|мера)\s?[:：]|(?:阈值|閾値|规则|規則|ルール)\S{0,4}(?:修改|变更|変更|调整|調整|设置|設定|缺失|更新)|を追加する/iu;
/** "Kunden melden keine Fehler mehr", "aucun client n'a signalé": no one reports anything, or that all is well. */
const NO_REPORT = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:melde|klag|berichte)\p{L}* (?:nun |jetzt |seitdem )?keine? (?:\p{L}+ )?(?:fehler|probleme?|störung|ausfäll|beschwerd|verzögerung)\p{L}*(?: mehr)?
    keine? (?:\p{L}+ )?(?:kunden?|nutzer\p{L}*) (?:\p{L}+ ){0,2}(?:gemeldet|beschwert|meldete\p{L}*)
    keine? (?:\p{L}+ )?(?:kundenmeldung|beschwerde|kundenbeschwerde|kundenanfrage)\p{L}* | dass (?:alles|es) wieder (?:geht|läuft|funktioniert)
    aucune? (?:client|utilisat|usager|abonn)\p{L}* n(?:e |['’])(?:\p{L}+ ){0,2}(?:signal|rapport|plain|remont)\p{L}*
    ne (?:signal|rapport|remont|se plaign)\p{L}* plus | aucune? (?:plainte|signalement|réclamation)
    (?:ningún|ninguna) (?:cliente|usuari[oa]) (?:\p{L}+ ){0,2}(?:report|inform|quej|reclam)\p{L}* | ya no (?:se )?(?:report|inform|quej|reclam)\p{L}*
    nenhuma? (?:cliente|usuári[oa]|utilizador) (?:\p{L}+ ){0,2}(?:relat|report|reclam)\p{L}* | não (?:relat|report|reclam)\p{L}* mais
    nessun[oa]? (?:cliente|utente) (?:\p{L}+ ){0,2}(?:segnal|lament)\p{L}* | non (?:segnal|lament)\p{L}* più
    geen enkele (?:klant|gebruiker) | meld\p{L}* geen (?:\p{L}+ )?(?:fouten|problemen|storingen|klachten|vertraging)
    żad\p{L}+ (?:klient|użytkownik)\p{L}* nie | nie (?:zgłasz|skarż)\p{L}* (?:się )?już | już nie (?:zgłasz|skarż)\p{L}*
    ни один (?:клиент|пользователь) не | больше не (?:жалу|сообща|обраща)\p{L}*
  `}|没有(?:用户|客户)(?:反馈|报告|投诉|上报)|不再(?:反馈|报告|投诉)|(?:報告|問い合わせ|申告|苦情)(?:は|も)?(?:なし|ありません|ない|なかった)|(?:문의|신고|불만|보고)(?:가|는)?\s?없`,
  "iu",
);
/** "Statusseite wurde nicht aktualisiert", but not "Statusseite: Kunden können sich nicht anmelden". */
const NOT_TOLD = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    nicht (?:aktualisiert|veröffentlicht|informiert|gepflegt) | n['’](?:a|ont|est) pas (?:encore )?(?:été )?(?:mise? à jour|publi|inform)\p{L}*
    no (?:se |fue |ha sido |ha )?(?:actualiz|public|inform)\p{L}* | não (?:foi |se )?(?:atualiz|public|inform)\p{L}*
    non (?:è stat[oa] |ha )?(?:aggiorn|pubblic|inform)\p{L}* | niet (?:bijgewerkt|geplaatst|gepubliceerd|geïnformeerd)
    nie (?:została? |było? )?(?:zaktualiz|opublik|poinform)\p{L}* | не (?:был[аио]? )?(?:обнов|опублик|проинформ)\p{L}*
  `}(?!\p{L})|未(?:更新|发布|公布)|(?:更新|掲載|告知)(?:して(?:い)?な|され(?:てい)?な)`,
  "iu",
);
/** "リリーステストの作成完了": a test of a release isn't the release. */
const TEST_OF_RELEASE =
  /(?:リリース|デプロイ)前?の?(?:テスト|試験)|(?:发布|上线|部署|發布)(?:前)?测试|(?:배포|릴리스|릴리즈)\s?테스트|(?:release|deploy(?:ment)?)[- ]?tests?(?!\p{L})/iu;
/** "修正コードで障害が解決することを確認": the fix would work. Of what was fixed, the past is told. */
const SHOWN_TO_WORK = /(?:解決|解消|復旧|回復|改善)(?:する|できる)(?:こと|の)[をが].{0,8}(?:確認|検証|実証)/u;
const ENDS: ReadonlySet<EventKind> = new Set<EventKind>(["resolved", "mitigated", "impact_ended"]);

/** Kinds of a thought or a choice, whose acts aren't done. */
const THOUGHTS: ReadonlySet<EventKind> = new Set<EventKind>([
  "hypothesis",
  "hypothesis_rejected",
  "decision",
  "rerouted",
]);
const ACTED: ReadonlySet<EventGroup> = new Set<EventGroup>(["change", "mitigation"]);
const isNotNow = (text: string, kind: EventKind): boolean =>
  !THOUGHTS.has(kind) &&
  (WISHED.test(text) ||
    ((ACTED.has(groupOfKind(kind)) || kind === "public_update") &&
      (POSTPONED.test(text) || (!kind.startsWith("rollback") && CANCELLED.test(text)))));
/** "アラート通知改善", "Seuil de l'alerte modifié": the alert itself was changed. */
const OF_ALERT =
  /(?:アラート|告警|报警|알림|알람)[\S ]{0,4}(?:改善|优化|優化|修正|変更|变更|개선|변경)|\p{L}*(?:alert|alarm|allarm)\p{L}{0,3} (?:\p{L}+ )?(?:modifi|aggiornat|geändert|angepasst|ajust|atualizad|mejorad|melhorad|amélior)/iu;
/** "状態遷移", "plan→build 遷移": something only changes its state. */
const OF_STATE = /(?:状態|→\s?\S{1,20}\s?)遷移|状态(?:迁移|转换)|상태 ?전이/u;
/** 「GPU 脱落の可能性があります」: quoted, so a tool says so. */
const QUOTED = /[「“"«][^」”"»]{0,80}(?:可能性|möglicherweise|podría|poderia|peut-être)[^」”"»]{0,40}[」”"»]/iu;

const DENIED: Readonly<Partial<Record<EventKind, RegExp>>> = {
  alert_fired: new RegExp(`${ACTION.source}|${OF_ALERT.source}`, "iu"),
  migration: OF_STATE,
  hypothesis: QUOTED,
  customer_report: NO_REPORT,
  public_update: NOT_TOLD,
  dependency_event: DECLINED,
};

/** Returns a text without its questions. */
export const withoutQuestions = (text: string): string => text.replace(ASKED, " ");

/** Returns a text without its parts that only wish or advise: "Kunden können sich anmelden, sollten aber neu laden". */
export const withoutWishes = (text: string): string =>
  text
    .split(/(?<=[,;.，；。、])\s?/)
    .filter((part) => !WISHED.test(part))
    .join(" ");

/** Returns whether a line only speaks of what its words suggest: as a condition, as declined, or as others' doing. */
export const isOnlySpokenOf = (text: string, kind: EventKind): boolean =>
  CONDITION.test(text) ||
  isNotNow(text, kind) ||
  (kind.startsWith("deploy") && TEST_OF_RELEASE.test(text)) ||
  (ENDS.has(kind) && SHOWN_TO_WORK.test(text)) ||
  DENIED[kind]?.test(text) === true ||
  (ACTED.has(groupOfKind(kind)) && BY_OTHERS.test(text));
