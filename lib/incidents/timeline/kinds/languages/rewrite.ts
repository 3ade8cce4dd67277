import { oneOf } from "#lib/base/text/phrases.ts";

/** "Afin de rétablir l'accès": the purpose of a step, which isn't its result. */
const AIM = new RegExp(
  String.raw`(?:(?<!\p{L})${oneOf`
    afin d[e'’] | dans le but d[e'’] | pour (?=(?:la |le |les |l['’])?\p{L}+(?:er|ir|re)(?!\p{L}))
    (?:para|a fin de|con el fin de|com o objetivo de) (?=\p{L}+[aei]r(?:l[oae]s?|se)?(?!\p{L}))
    (?:per|al fine di|allo scopo di) (?=\p{L}+[aei]r(?:e|l[oaie]|si)(?!\p{L})) | teneinde | чтобы | aby | żeby
  `}|,\s(?:um|om)\s(?=[^,.;]*(?:zu\p{L}*en(?!\p{L})|\szu\s|\ste\s)))[^,.;:]*`,
  "giu",
);
/** "Es gab Probleme mit der Leitung, bei der automatischen Umschaltung …": where the trouble was, and not a step. */
const PLACE_OF_TROUBLE = new RegExp(
  String.raw`(?<=(?<!\p{L})${oneOf`
    gab es | es gab | kam es zu | il y a eu | il y avait | hubo | houve | ci sono stati | ci furono | er waren | er was
  `}(?: \p{L}{2,16}){0,2} ${oneOf`
    probleme[nr]? | störungen | schwierigkeiten | fehler[nr]? | problèmes | erreurs | problemas | errores | erros | problemi | errori | storingen
  `}) ${oneOf`mit | bei | beim | avec | lors | con | com | met | durante`}(?!\p{L})[^.,;:]*(?:, (?:bei|beim|lors) [^.,;:]*)?`,
  "giu",
);
/** Words for about when something was, which mean something else elsewhere: "a las 9 de la mañana", "por volta das 9h". */
const ABOUT_WHEN = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:de|por|a|en|durante) la (?:mañana|tarde|noche|madrugada) | (?:en )?fin de (?:matinée|journée|soirée|après-midi) | esta (?:mañana|tarde|noche)
    (?:d[ae]|pela|nesta|desta) (?:manhã|tarde|noite|madrugada) | por volta d[aeo]s?
  `}(?!\p{L})`,
  "giu",
);
/** "No" and "nos" mean "in the" in Portuguese, and "not" in Spanish. */
const PORTUGUESE =
  /[ãõ]|(?<!\p{L})(?:às|em|uma|dos|do|pelo|pela|falha|falhas|suspeita|cheio|cheia|chamados?|foi|backup)(?!\p{L})/iu;
const IN_THE = /(?<!\p{L})nos?(?!\p{L})/giu;

/** "O nome é resolvido", "das wird behoben": a step or what is under way. "Foi resolvido" and "ist behoben" tell an end. */
const UNDER_WAY =
  /(?<!\p{L})(?:é|são|será|serão|es|son|será|serán|wird|werden) (?:resolvid|resuelt|solucionad|restabelecid|restablecid|behoben|gelöst|wiederhergestellt)\p{L}*/giu;

/** "Seit dem Neustart", "après la mise à jour": a step that was earlier, and isn't told here. */
const AFTER_STEP = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:nach|seit) (?:de[mr]|einem|einer|unserem) | trotz (?:des|der|eines)
    (?:après|depuis|malgré) (?:le |la |l['’]|un |une |ce |notre )
    (?:tras|desde|después de|luego de|a pesar de) (?:el |la |un |una )? | después del | luego del
    (?:após|desde|mesmo com|apesar de) (?:o |a |um |uma )? | depois d[oa] | apesar d[oa]
    (?:dopo|nonostante) (?:il |la |lo |l['’]|un |una )? | (?:na|sinds|ondanks) (?:de|het|een)
    (?:после|несмотря на) | po | efter | etter
  `} ?(?:\p{L}{3,16} )?${oneOf`
    neustart | rollback | deployment | deploy | update | rollout | release | umschalten | umschaltung | wechsel | eingriff
    redémarrage | retour arrière | déploiement | mise à jour | mise en production | bascule
    reinicio | despliegue | actualización | cambio | reversión
    reinício | reinicialização | implantação | atualização | mudança | reversão
    riavvio | rilascio | aggiornamento | herstart | uitrol | wijziging
    перезапуска? | перезагрузк\p{L} | релиза? | отката? | деплоя | обновлени\p{L} | restarcie | wdrożeniu | omstart
  `}\p{L}{0,20}`,
  "giu",
);
const AFTER_STEP_IN_EAST_ASIA =
  /(?:再起動|ロールバック|切り戻し|切り替え|切替|デプロイ|リリース|更新|重启|回滚|切换|发布|上线|部署|升级|变更|재시작|재기동|배포|롤백|전환)(?:を?実施)?(?:した|하고|한)?(?:後|后|之后|しても|したが|したものの|후)/g;

/** A German verb in two parts, as one word: "starten den Dienst neu". */
const APART: readonly (readonly [verb: string, end: string, word: string])[] = [
  ["start(?:en|et|eten|ete)", "neu", "neustart"],
  ["roll(?:en|t|ten|te)", "zurück", "rollback"],
  ["(?:nehmen|nimmt|nahmen|nahm|setzen|setzt|setzten)", "zurück", "rollback"],
  ["schalt(?:en|et|eten|ete)", "um", "umgeschaltet"],
  ["schalt(?:en|et|eten|ete)", "ab", "deaktiviert"],
  ["leit(?:en|et|eten|ete)", "um", "umgeleitet"],
  ["(?:rufen|riefen)", "an", "anrufe"],
  ["(?:fällt|fiel)", "aus", "ausgefallen"],
  ["(?:spielen|spielt|spielten)", "ein", "eingespielt"],
  ["(?:ziehen|zieht|zogen|zog)", "hinzu", "hinzugezogen"],
  ["(?:holen|holt|holten)", "dazu", "hinzugezogen"],
  ["(?:gehen|gingen)", "ein", "eingegangen"],
  ["(?:können|kann|konnten|konnte|kunnen|kon|konden)", "(?:nicht|keine[nr]?|kein|niet|geen)", "kannnicht"],
  ["(?:schlägt|schlagen|schlug|schlugen)", "fehl", "fehlgeschlagen"],
  ["(?:bricht|brechen|brach|brachen)", "zusammen", "zusammengebrochen"],
  ["teil(?:en|t|te|ten)", "mit", "mitgeteilt"],
  ["keine?", "mehr möglich", "nichtmehrmöglich"],
  ["schl(?:agen|ägt|ug|ugen)", "an", "alarm"],
];
/** "Fiel nicht aus" tells no outage, but "können nicht" is a pair of its own. */
const DENIED = String.raw`(?<!\p{L})(?:nicht|nichts|kein(?:e[nmrs]?)?|nie|niemals|niet|geen|nooit)(?!\p{L})`;
const PARTED = APART.map(
  ([verb, end, word]) =>
    [
      new RegExp(String.raw`(?<!\p{L})${verb} ((?:(?!${DENIED})[^,.;:]){0,60}) ?(?<!\p{L})${end}(?!\p{L})`, "giu"),
      `${word} $1`,
    ] as const,
);

/** "Am Morgen", "por la mañana": words that mean tomorrow too. */
const MORNING = new RegExp(
  String.raw`(?<!\p{L})(?:${oneOf`
    (?:am|heute|gestern|vorgestern|guten|jeden|diesen|nächsten|selben|gleichen|frühen|späten|zum|gegen|vom|in|deze|die|elke|god|denne|tidlig|tidligt|hver|neste|næste|om)
    \p{L}+(?:tag|woch|dag)
  `} morgen|(?:(?:por|de|en|a|desde|hasta|toda|durante|a primera hora de|a lo largo de) la|la|esta|aquella|cada|media) mañana)(?!\p{L})`,
  "giu",
);
/** "Startet morgen neu", "i morgen": in German the noun for a morning has a capital. */
const TOMORROW =
  /(?<!\p{L})i morgen(?!\p{L})|morgen(?!\p{L})(?<=(?<!\p{L})(?:wird|soll|will|zal|\p{Ll}{2,}(?:en|t)) (?:[^.;:!?]{0,60} )?morgen)|^\P{L}*Morgen (?=(?:wird|werden|soll|sollen|\p{Ll}{3,}en wir)(?!\p{L}))/gu;

/** It ends like the word for a warning. */
const ALL_CLEAR = /(?<!\p{L})entwarnung(?!\p{L})/giu;

/** Returns a text of Europe without what its steps are for, with steps of before as one word, and with whole verbs. */
export function plainEuropean(text: string): string {
  const now = text
    .replace(ALL_CLEAR, "normalbetrieb")
    .replace(MORNING, " ")
    .replace(TOMORROW, "geplant ")
    .replace(ABOUT_WHEN, " ")
    .replace(PLACE_OF_TROUBLE, "");
  const said = now.replace(PORTUGUESE.test(text) ? IN_THE : /(?!)/, " em ");
  const told = said.replace(AIM, " ").replace(UNDER_WAY, " ").replace(AFTER_STEP, " afterstep ");
  return PARTED.reduce((whole, [parts, word]) => whole.replace(parts, word), told);
}

/** Matches the removal of the remains of a change or a warning, which doesn't mean that the trouble has ended. */
const REMAINS = /(?:残留|残骸|残存|残り|重複|不整合|差分|警告)の?(?:解消|解決)/g;

/** Signs of Chinese as written in Taiwan and Hong Kong, and as written elsewhere. */
const TRADITIONAL =
  "復響應報務統無連訪問題斷機關閉開啟動觸發結滾決佈狀態頁貼處異錯誤監測觀資庫擴節點遷級單備遲負載時間換訊實際戶訴饋擊電話輸運營驗證確認頻劃預計對據絡網線緩變設參數調現陸續癱瘓";
const SIMPLIFIED =
  "复响应报务统无连访问题断机关闭开启动触发结滚决布状态页贴处异错误监测观资库扩节点迁级单备迟负载时间换讯实际户诉馈击电话输运营验证确认频划预计对据络网线缓变设参数调现陆续瘫痪";
const simple = new Map([...TRADITIONAL].map((sign, place) => [sign, [...SIMPLIFIED][place] ?? sign]));

/** Returns a Chinese text in the signs of the tables, and any other text as it is. */
export const simplified = (text: string): string =>
  KANA.test(text) ? text : [...text].map((sign) => simple.get(sign) ?? sign).join("");
const KANA = /[\u3040-\u30ff\uac00-\ud7af]/;

/** That it is not over, and when it is expected to be. */
const EXPECTED =
  /(?:障害|故障|장애)(?:が)?発生中|(?:復旧|回復|解消|恢复|복구)の?(?:見込|予定|時期|目途|目処|めど|見通|예정|예상)[みし]?/g;
/** Work that didn't go as usual: "정상적으로 이뤄지지 않아". */
const NOT_AS_USUAL = /정상적?으로[가-힣]{0,6}지(?:않|못)/g;
/** "制限は解除された": what was limited is so no longer. */
const LIMIT_LIFTED = /(?:制限|規制)[はをが][^。、]{0,20}解除[しさ]/g;
/** "发布4.2版本": published software, and not a notice. */
const RELEASE = /发布(?:了)?(?:v?[\d.]+|新|修复|热修复)的?版本?/gi;
/** Matches a longer remark in brackets, which describes no event. */
const REMARK = /(?<=[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3})[(（][^()（）]{16,200}[)）]/g;

/** "以恢复官网", "为恢复服务,": what a step is for. */
const AIM_IN_CHINESE =
  /(?<=[\p{L}\d]{2})以(?:便)?(?:恢复|修复|缓解)[^,，;；。、]{1,20}|为(?:恢复|修复|缓解)[^,，;；。、]{1,16}[,，]/gu;
/** "복구 직후", "恢复后流量激增", "恢复时": a time, followed by another event. */
const AFTER_RECOVERY =
  /(?:복구|회복|정상화)(?:직후|이후|후|뒤)(?=.)(?!완료|확인)|(?:恢复|復旧|回復)(?:之后|以后|后|直後|(?:之|的)?[时時](?![间間刻]))(?=[^,，、。;；])/g;

/** Returns a text of East Asia without blanks, as Korean divides words and not always, and with steps of before as one. */
export const plainEastAsian = (text: string): string =>
  text
    .replaceAll(" ", "")
    .replace(REMARK, "")
    .replace(REMAINS, "")
    .replace(EXPECTED, "")
    .replace(AIM_IN_CHINESE, "")
    .replace(AFTER_RECOVERY, "")
    .replace(NOT_AS_USUAL, "불가")
    .replace(LIMIT_LIFTED, "一部復旧")
    .replace(RELEASE, "发版")
    .replace(AFTER_STEP_IN_EAST_ASIA, "〔後〕");
