import { oneOf, words } from "#lib/base/text/phrases.ts";

/** "Double-checking that it works", "monitored it to make sure that errors are gone": the result isn't known yet. */
const BEING_CHECKED = new RegExp(
  oneOf`
    ^\W*(?:(?:we|i|they|the team)(?:['’]re| are| were| is| was)? )?(?:now |still |just |then )?(?:double[- ]?)?(?:checking|verifying|testing|confirming|validating|making sure|waiting) (?:that|whether|if|for|to see)?\b(?!.{0,80}\b(?:confirmed|works now|passed)\b)
    ^\W*(?:\w+ ){0,3}?(?:double[- ]?)?check(?:s|ed)? (?:whether|if)\b
    \b(?:monitor|watch|wait|observ|check|test)(?:s|ed|ing)?\b[^.;]{0,60}\b(?:to (?:make|be) sure|to ensure|to see (?:if|whether)|to verify|to confirm|whether)\b
  `,
  "i",
);

/** "Yesterday we removed the router": it happened before the time of the post. */
const OF_BEFORE = new RegExp(
  String.raw`^\W*(?:update:? )?${oneOf`
    yesterday | last (?:night|week|evening) | the (?:day|night|evening) before | earlier (?:today|this (?:morning|week|afternoon|evening)) | over(?:night| the weekend)
    gestern | letzte nacht | hier(?: soir)? | ayer | anoche | ontem | ieri | gisteren | igår | i går | wczoraj | вчера
  `}(?!\p{L})|^\P{L}*(?:昨日|昨夜|昨晚|昨天|어제)`,
  "iu",
);

/** "Restarted the hub, error persists": the step didn't help. */
const PERSISTS = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    (?:errors?|issues?|problems?|symptoms?|outage|failures?|alerts?|it|timeouts?) (?:still |nevertheless )?(?:persist(?:s|ed)?|remain(?:s|ed)?(?! (?:resolved|fixed|closed|low|stable))|continue[sd]?)(?=$|[\s.,;)])
    (?:which |this |that |it |but )(?:did(?: not|n['’]t)|does(?: not|n['’]t)) (?:have an? )?(?:help|work|effect|change|fix|solve|resolve) | (?:had|has|with) no(?: visible| noticeable)? (?:effect|impact|success)
    (?:fehler|problem|störung) (?:besteht|bleibt|bestand) (?:weiter|bestehen) | l['’](?:erreur|incident) persiste | le problème persiste | el (?:error|problema) persiste | o (?:erro|problema) persiste | (?:l['’]errore|il problema) persiste
  `}`,
  "iu",
);
const BACK_ELSEWHERE =
  "wiederhergestellt|verfügbar|erreichbar|rétabli|disponib|accessib|restablecid|restaurad|restabelecid|ripristinat|raggiungibil|hersteld|beschikbaar|przywróc|восстанов|доступ|відновл|återställ|gjenopprettet|genoprettet|normal";
/** "Teilweise wieder erreichbar", "서비스 일부 정상화": only a part is back. */
const IN_PART = new RegExp(
  String.raw`(?<!\p{L})${oneOf`
    teilweise | partiellement | parcialmente | parzialmente | gedeeltelijk | deels | częściowo | частично | частково | delvis | en parte | in parte
    retour partiel | rétablissement partiel | (?:recuperación|restablecimiento) parcial | (?:recuperação|restabelecimento) parcial | ripristino parziale | einige | certains | algunos | alguns | alcuni
  `}(?!\p{L})(?=.{0,60}(?:${BACK_ELSEWHERE})|(?<=(?:${BACK_ELSEWHERE}).{0,40}))|(?:일부|부분|部分|一部)(?=[^、。，；]{0,16}(?:恢复|復旧|回復|恢復|정상|복구|회복))`,
  "iu",
);
const AS_A_WHOLE =
  /vollständig|komplett|complètement|entièrement|completamente|totalmente|volledig|całkowicie|полностью|повністю|till fullo|fullt ut|全部|完全|全て|すべて|모두|전체|완전/i;
/** "Internal alerting highlights increased errors": a tool reports, and no one acts. */
const TOOL_TELLS = new RegExp(
  String.raw`^\W*(?:(?:our|the|internal|external|automated|automatic|synthetic) ){0,2}(?:${oneOf`
    alerting | alerts? | alarms? | monitors? | monitoring | dashboards? | graphs? | metrics | telemetry | logs?
  `})(?: (?:systems?|tools?|data|checks?|messages?))? (?:also )?(?:${oneOf`
    highlights? | highlighted | shows? | showed | indicates? | indicated | reveals? | revealed | reports? | reported
    flags? | flagged | suggests? | suggested | sees? | saw
  `})\b`,
  "i",
);
/** "The failover doesn't happen (we discover later why)": found after its time. */
const FOUND_LATER = new RegExp(
  oneOf`
    \b(?:discover(?:ed)?|f(?:ind|ound)(?: out)?|learn(?:ed|t)?|reali[sz]ed?|determined?|traced?) (?:only )?(?:later|afterwards|much later|the next day|in hindsight)\b
    \b(?:only )?(?:later|afterwards|in hindsight),? (?:we |it was |they )?(?:discover(?:ed)?|found(?: out)?|learn(?:ed|t)|reali[sz]ed|determined|traced)\b
  `,
  "i",
);
/** "We realized that the shop has problems": it started earlier. */
const SEEN_LATE =
  /^\W*(?:then,? )?(?:(?:we|i|he|she|they|someone|the team|our team|staff|engineers|support|on-?call|@?[\w.-]{2,20}) )?(?:then |first |also )?(?:realis|realiz|notic|discover|spott?|becam)\w{0,3} (?:aware )?(?:that|of)\b/i;
/** "Verificação ao vivo: api healthy", "sessions restored, ticket closed": what was well before is checked or closed. */
const CHECKED_WELL = new RegExp(
  String.raw`^\W*${oneOf`
    (?:final |live |post-fix |full |last )?verif(?:ied|ication|y|ies) | validated | validation | confirmed (?:working|well|that)
    verificação | verificación | verificad[ao] | vérifi\p{L}+ | überprüf\p{L}+ | verific(?:a|ato|ata)(?!\p{L}) | geverifieerd | zweryfikowano | провер\p{L}+
  `}(?!\p{L})|(?<!\p{L})confirmed working(?!\p{L})|(?:動作|正常|復旧)確認|验证(?:通过|完成|正常)|정상 ?(?:동작|작동)? ?확인|[,;] ?(?:ticket|incident|case|issue) closed\W*$`,
  "iu",
);
/** "Fix applied, deploy pending": it isn't live. */
const PENDING = words`
  (?:deploy(?:ment)?|release|rollout|restart|approval|merge) (?:is |are |still )?(?:pending|awaited|outstanding|blocked|queued)
  (?:pending|awaiting|waiting for) (?:the |a )?(?:deploy(?:ment)?|release|rollout|restart|approval|merge|review)
`;
const AGAIN = /\b(?:again|back|restored|recovered|wieder|nouveau|nuevo|novo|nuovo|weer)\b|снова|再び|重新|다시/i;
/** "Our suspicion is that …". */
const SUSPECTED = new RegExp(
  String.raw`^\W*${oneOf`
    (?:our |the |my |one |a )?(?:(?:current|main|first|leading|working|initial) )?(?:suspicion|theory|hypothesis|guess|assumption)s? (?:is|was|are|were|now)
    (?:we|i|they) (?:now |currently |still )?(?:suspect|believe|think|assume)(?:ed|s)?
  `}\b`,
  "i",
);
/** "A few accounts are still unable to log in". */
const STILL_SO =
  /\bstill (?:\w+ ){0,2}(?:unable|failing|down|broken|affected|experiencing|seeing|impacted|degraded|unavailable|offline|having|not)\b/i;
const READ = 300;

/** Returns whether someone still checks whether it is well, or a step still waits. */
export const isBeingChecked = (title: string): boolean => BEING_CHECKED.test(title) || PENDING.test(title);

/** Returns whether a text in another language says that only a part works again. */
export const isBackInPart = (title: string): boolean => IN_PART.test(title.slice(0, READ)) && !AS_A_WHOLE.test(title);

/** Returns whether a text describes what happened before its time. */
export const isOfBefore = (title: string): boolean => OF_BEFORE.test(title);

/** Returns whether a text says that the trouble went on after its step. */
export const isInVain = ({ title, body = "" }: { title: string; body?: string }): boolean =>
  PERSISTS.test(`${title}\n${body}`.slice(0, READ));

/** Returns whether a tool only reports. */
export const isToldByTool = (title: string): boolean => TOOL_TELLS.test(title);

/** Returns whether a text tells what was found out after its time. */
export const isFoundLater = (title: string): boolean => FOUND_LATER.test(title);

/** Returns whether someone only notices what is already so. */
export const isSeenLate = (title: string): boolean => SEEN_LATE.test(title);

/** Returns whether a text only checks or closes what was well before. */
export const isCheckedWell = (title: string): boolean => CHECKED_WELL.test(title) && !AGAIN.test(title);

/** Returns whether a text only suspects something. */
export const isSuspected = (title: string): boolean => SUSPECTED.test(title);

/** Returns whether a text says that known trouble isn't over. */
export const isStillSo = (title: string): boolean => STILL_SO.test(title);

/** Trials, and words that they went well, in several languages. */
const TRIALS = oneOf`
  probes? | smoke tests? | dry[- ]runs? | (?:test|trial) runs? | self[- ]tests? | test uploads? | probelauf | testlauf | essais? | pruebas? | testes?
  пробн\p{L}+ | 探针 | 测试 | 试跑 | テスト | 試行 | 시험
`;
const WENT_WELL = oneOf`
  succeed(?:s|ed)? | success(?:ful(?:ly)?)? | pass(?:es|ed)? | ok | erfolgreich | réussis? | concluants? | correctas? | exitosas? | ok | bem-sucedidos?
  успешн\p{L}+ | 成功 | 通过 | 성공
`;
const TRIED_WELL = new RegExp(String.raw`(?<!\p{L})${TRIALS}(?!\p{L}).{0,80}?${WENT_WELL}(?!\p{L})`, "iu");
const NOT_WELL = /\b(?:but|fail\w*|not|never|until|errors?)\b|但|失败|失敗/i;
/** "Probe of the bucket succeeded": it shows no trouble, and no one responded to any. */
export const isTriedWell = (title: string): boolean => TRIED_WELL.test(title) && !NOT_WELL.test(title);
