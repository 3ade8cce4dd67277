import { oneOf } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** Words with which a kind isn't what happened, and the kind that is right instead, if any. */
export interface Mistake {
  /** Kinds, or the first part of kinds ("deploy"), or "act" for changes and steps. */
  of: string;
  says: RegExp;
  unless?: RegExp;
  /** "observation" if it isn't given. */
  isRather?: EventKind;
}

const phrase = (...table: [TemplateStringsArray, ...string[]]): RegExp =>
  new RegExp(String.raw`(?<!\p{L})${oneOf(...table)}`, "iu");
const ENDS = "mitigated impact_ended resolved";

/** "Инженеры занимаются восстановлением": they work on it. */
const WORKS_ON_IT = phrase`
  (?:arbeite\p{L}*|kümmer\p{L}*) (?:\p{L}+ ){0,4}(?:an|um) (?:der |einer |die )?(?:wiederherstell|behebung|lösung|reparatur|entstör|fehlerbehebung)
  (?:travaill\p{L}*|s['’]emploi\p{L}*|œuvr\p{L}*) (?:\p{L}+ ){0,3}(?:à|au|sur|pour) (?:la |le |un |son |l['’])?(?:rétabl|résol|résoud|remise|restaur|réparat|retour)
  en cours de (?:rétabl|résol|restaur|réparat)
  trabaj\p{L}* (?:\p{L}+ ){0,3}(?:en|para|por) (?:la |el |su |una )?(?:restabl|recuper|restaur|soluci|resol|normaliz|repar)
  trabalh\p{L}* (?:\p{L}+ ){0,3}(?:na|no|em|para|pela|pelo) (?:a |o |uma )?(?:restabel|recuper|restaur|soluç|soluc|resol|normaliz|repar)
  (?:lavor\p{L}*|al lavoro) (?:\p{L}+ ){0,3}(?:al|alla|per|sul|sulla|a) (?:il |la |un )?(?:ripristin|risol|risoluz|recuper|soluz|ripar)
  werk\p{L}* (?:\p{L}+ ){0,3}aan (?:het |de |een )?(?:herstel|oplossing|reparatie)
  (?:prac\p{L}*|pracuj\p{L}*) nad (?:przywr|napraw|usuni|rozwiąz)
  (?:занима|работа)\p{L}* (?:над )?(?:восстановлен|устранен|решен|исправлен)
  (?:займа|працю)\p{L}* (?:над )?(?:відновлен|усунен|вирішен|виправлен)
  prac\p{L}* na (?:obnov|oprav|odstran|řešen|nápravě)
  arbet\p{L}* (?:\p{L}+ ){0,2}(?:med|på) (?:att )?(?:återst|åtgärd|lös|repar|felavhj)
  (?:arbejd|arbeid|jobb)\p{L}* (?:\p{L}+ ){0,2}(?:med|på) (?:at |å )?(?:genop|gjenop|løs|udbed|utbed|rett|reparer)
  đang (?:\p{L}+ ){0,3}(?:khắc phục|khôi phục|sửa)
`;
const WORKS_ON_IT_EAST = new RegExp(
  oneOf`
    (?:復旧|修復|解決|回復|改善)(?:作業|対応|工事)?(?:中(?!に)|に(?:努め|あた|取り組)|へ?に?向け)
    復旧(?:作業|対応|工事)を(?:行って|実施して|続けて|進めて|急いで)
    正在(?!逐步|陆续|陸續|慢慢)[^，。,]{0,6}(?:恢复|恢復|修复|修復|抢修|搶修|解决|解決|排查) | (?:抢修|修复|搶修|修復)中
    복구\s?(?:작업)?\s?(?:중(?!단)|에 (?:나서|힘|만전)|을 진행)
  `,
  "u",
);
/** "Выяснили, что алиас переключился": a cause was found, and nothing done. */
const FOUND_OUT = phrase`
  (?:выяснил\p{L}*|обнаружил\p{L}*|установил\p{L}*|оказалось|з['’]ясувал\p{L}*),? (?:что|що)(?!\p{L})
  (?:festgestellt|herausgefunden|erkannt|stellte sich heraus|stellt fest), dass(?!\p{L})
  (?:découv\p{L}+|constat\p{L}+|s['’]aperç\p{L}+|compris) (?:qu['’]|que )
  (?:descubr\p{L}+|constat\p{L}+|se comprueba|percebe\p{L}*|descobr\p{L}+|nota-se) que(?!\p{L})
  (?:scop\p{L}+|constat\p{L}+|capito|emerso) che(?!\p{L})
  (?:ontdekt\p{L}*|vastgesteld|bleek|blijkt) dat(?!\p{L})
  (?:ustalono|okazało się|odkryto|stwierdzono|ustaliliśmy), że(?!\p{L})
`;
const FOUND_OUT_EAST =
  /(?:こと|の)が(?:判明|分かっ|わかっ|発覚)|것으로 (?:확인|밝혀|드러)|사실(?:을|이) (?:확인|발견|밝혀)|(?:查明|确认)原因/u;
/** "Correctif prêt, en revue": it isn't live. */
const IN_REVIEW = phrase`
  en (?:revue|relecture|revisión) | em revisão | in (?:prüfung|review|revisione)(?!\p{L}) | in afwachting van (?:review|goedkeuring) | do przeglądu | на ревью
  (?:pendiente|pendente|in attesa|en attente|wartet|ausstehend|oczekuje|в ожидании|in afwachting) (?:d[eio]l? |auf |na |van |l['’])?(?:deploy|despliegue|déploiement|rilascio|uitrol|wdroż|депло|aprob|aprov|approb|approv|freigabe)
`;
const IN_REVIEW_EAST =
  /(?:レビュー|承認|デプロイ|リリース)(?:中|待ち)|(?:검토|승인|배포) ?대기|검토 ?중|(?:待|等待)(?:发布|部署|上线|审批|审核)/u;
const GUESS =
  /^\W*(?:vermutung|verdacht|hypoth[eè]se|hipótesis|hipótese|ipotesi|vermoeden|hipoteza|podejrzenie|гипотеза|подозрение|гіпотеза|仮説|推測|假设|猜测|가설|추정)\s?[:：]/iu;
const RULED_OUT = phrase`
  (?:se |queda |quedó )?descart(?:a|an|ad[oa]s?|ó|amos)(?!\p{L}) | ausgeschlossen | (?:est|a été|sont) (?:écartée?s?|exclue?s?)(?!\p{L}) | esclus[oaie](?!\p{L})
  uitgesloten | wyklucz\p{L}+ | исключили | исключен[аоы]?(?!\p{L})
`;
/** "障害の復旧を告知", and "設定を見直すことにした". */
const TOLD_OF_END = /(?:復旧|解消|解決|終了|回復)(?:した(?:こと|旨))?を(?:告知|アナウンス|案内|お知らせ)/u;
const CHOSEN = /[うくすつぬむるぐぶ]ことに(?:した|しました|決め|決定|なった|なりました)|기로 (?:했|하였|결정|함)/u;
const WITHOUT = phrase`(?:sans que|ohne dass|sin que|sem que|senza che|zonder dat|bez tego|без того)(?!\p{L})`;
/** "Le support alerte l'équipe mobile". */
const WARNS_TEAM = new RegExp(
  String.raw`^(?:\p{L}{1,3}['’ ])?\p{L}{3,20} (?:\p{L}{3,20} )?${oneOf`
    alerte | avertit | avise | prévient | avvisa | avverte | alerta | avisa | alarmiert | warnt | waarschuwt | alarmeert | alarmuje | ostrzega | предупреждает
  `} (?:(?:la|le|les|il|lo|al|à|o|os|a|das|den|die|het|de|el|los) |l['’]|all['’])?(?:équipe|team|equipe|squadra|equipo|zespół|astreinte|команд)`,
  "iu",
);
/** "서비스 80% 복구". */
/** "お客様へメールを送信": they are told, and report nothing. */
const TOLD_TO_USERS =
  /(?:お客様|顧客|利用者|ユーザー?)(?:へ|に(?!よ))[^。]{0,20}(?:送信|案内|通知|周知|配信)|向(?:用户|客户|用戶|客戶)[^。]{0,10}(?:发送|发布|通知|發送|發布)|(?:고객|사용자|이용자)(?:에게|께)[^.]{0,15}(?:안내|발송|공지|전송)/u;
/** "Les appels des clients n'aboutissent plus": calls that fail, and not calls about it. */
const CALLS_FAIL = phrase`
  (?:appels|anrufe|llamadas|chamadas|chiamate) (?:\p{L}+ ){0,4}(?:n['’]aboutiss|ne passent|kommen nicht|no (?:entran|conectan|se conectan)|não (?:completam|entram)|non (?:passano|partono))
`;
const BACK = oneOf`
  복구 | 회복 | 復旧 | 恢复 | 恢復 | wiederhergest | rétabli | restablec | restabelec | recuperad | ripristin | hersteld | przywróc | восстановл
`;
const PARTLY = new RegExp(
  oneOf`
    (?<![\d.,])\d\d ?(?:%|％|퍼센트)[^.。]{0,12}${BACK}
    ${BACK}[^.。]{0,24}(?<![\d.,])\d\d ?(?:%|％)
  `,
  "iu",
);

const NO_LONGER = phrase`(?:ya no | já não | não mais | plus | nicht mehr | keine | sin | sem | non più | больше не | больше нет)(?!\p{L})`;
/** "Todos retornan 500": what returns an error isn't over. */
const RETURNS_ERROR = new RegExp(
  String.raw`${oneOf`
    (?<!\p{L})(?:retornan? | retornam | devuelven? | devolvem? | responden? | respondem? | renvoient | renvoie | retournent? | liefert | liefern | restituisc\p{L}+ | rispond\p{L}+ | zwracaj?ą? | отда[юёе]т | возвраща\p{L}+) | 返回 | 반환 | 応答
  `}[^.;。]{0,20}(?<!\d)(?:4\d\d|5\d\d)(?!\d)|(?<!\d)5\d\d ?(?:を返|が返|반환)`,
  "iu",
);

/** Mistakes in languages other than English. */
export const NOT_AS_TOLD_ELSEWHERE: readonly Mistake[] = [
  { of: ENDS, says: WORKS_ON_IT },
  { of: ENDS, says: WORKS_ON_IT_EAST, unless: /完了|完成|완료|済み|しました|했습니다|끝/u },
  { of: ENDS, says: WITHOUT },
  { of: ENDS, says: RETURNS_ERROR, unless: NO_LONGER, isRather: "error_observed" },
  { of: ENDS, says: TOLD_OF_END, isRather: "public_update" },
  { of: "impact_ended resolved", says: PARTLY, isRather: "mitigated" },
  { of: "act", says: FOUND_OUT },
  { of: "act", says: FOUND_OUT_EAST },
  { of: "act", says: IN_REVIEW },
  { of: "act", says: IN_REVIEW_EAST },
  { of: "act", says: CHOSEN, isRather: "decision" },
  { of: "error_observed impact_started", says: GUESS, isRather: "hypothesis" },
  { of: "error_observed impact_started", says: RULED_OUT, isRather: "hypothesis_rejected" },
  { of: "error_observed", says: /(?:降到|降至|下降到|下降至|回落)/u },
  { of: "customer_report", says: TOLD_TO_USERS, isRather: "public_update" },
  { of: "customer_report", says: CALLS_FAIL, isRather: "impact_started" },
  { of: "alert_fired", says: WARNS_TEAM, isRather: "escalated" },
];
