import { oneOf } from "#lib/base/text/phrases.ts";

/** Words of a report about what people did about it, which other texts use too. */
export const RESPONSE = new RegExp(
  String.raw`(?<![\p{L}\d])${oneOf`
    alerts? | alarms? | on-?call | deploy(?:s|ed|ment)? | roll(?:ed)? ?back | rollbacks? | revert(?:ed)? | restart(?:ed)?
    reboot(?:ed)? | fail(?:ed)? ?over | 50\ds | 5xx | root cause | went (?:down|dark|away) | (?:came|come|was|were) back
    replaced | broke(?:n)? | stopped | hung | stuck | slow(?:ness)? | killed | disk (?:was )?full | fix(?:ed)? | cut | apologi[sz]e | sorry
    alarm[ei]? | rufbereitschaft | neu gestartet | neustart | astreinte | redémarr\p{L}+ | annul\p{L}+ | alert[ea]s?
    reinici\p{L}+ | riavvi\p{L}+ | herstart\p{L}* | zrestart\p{L}+ | obnov\p{L}+ | startades? | slutade | fungera\p{L}*
    перезапу\p{L}+ | откат\p{L}* | dipulihkan | mati | yanıt vermem\p{L}+ | yeniden başlat\p{L}+ | kesinti\p{L}* | insiden
  `}(?![\p{L}\d])`,
  "iu",
);

/** Words of a sentence about what went wrong, or was fixed. */
export const TROUBLE = new RegExp(
  String.raw`(?<![\p{L}\d])${oneOf`
    outages? | incidents? | (?:down|inter|dis)(?:times?|ruptions?) | interruption | post-?mortem
    unavailable | unreachable | inaccessible | offline | degrad\w{1,6} | (?:was|were|went|been|is|are)(?: \w+ly)? down
    halted | stopped \w+ing | delay(?:s|ed) | failing | failures? | elevated (?:error|latenc)\w* | (?:had |have |has )?expired
    (?:total |partial )?loss of (?:power|service|connectivity) | could(?:n[’']t| not) be (?:accessed|reached)
    (?:fail|crash|page|alert|mitigat|restor|recover)ed | rolled back | ran out of | crashes | timed out
    (?:cyber-?)?attack(?:s|ed|ers?)? | breach(?:es|ed)? | compromised? | intrusions? | intruders? | hack(?:ed|ers?)
    leak(?:s|ed) | stolen | malware | ransomware | malicious | phishing | unauthori[sz]ed (?:access|party|use)
    no longer (?:work|respond|reach)\w* | complain(?:s|ts?|ed) | unresponsive | not (?:respond|work|load|answer)ing
    crash | (?:currently|still|all|system|site|server) down | back (?:up|online) | (?:on|caught|a) fire | burn(?:s|t|ed|ing)?
    faults? | glitch(?:es)? | malfunction(?:s|ed)? | troubles? | technical (?:issues?|difficulties) | trading halt
    (?:nobody|no one) (?:could|can) | power (?:blip|cut|failure) | unable to | lost (?:power|connectivity|connection) | (?:intermittent |5xx |50\d )?errors | (?:time-?outs?|latency)
    (?:experienc|fac|encounter|suffer)(?:ed|ing) (?:an? |some |severe )?(?:issues?|problems?|slow\w*)
    \p{L}*störung(?:en)? | gestört | \p{L}*ausf(?:all|alls|älle) | ausgefallen | fiel(?:en)?(?: (?:[^ .]|\.\d)+){0,8} aus | nicht erreichbar | \p{L}*unterbrechung(?:en)?
    behoben | wiederhergestellt | wieder (?:erreichbar|verfügbar)
    in brand | brannte | brand(?:es)? | en feu | incendies? | incendio
    avaries? | incident | pannes? | coupures? | échou\p{L}+ | rétabli\p{L}* | hors service | injoignable\p{L}* | interrompu\p{L}*
    probl[eè]me?n?s? | fehler | langsam | vorfall | beeinträchtig\p{L}+ | einschränkung\p{L}* | verzögerung\p{L}*
    ralentissements? | perturbations? | dysfonctionnements? | indisponib\p{L}+ | dégrad\p{L}+ | erreurs?
    problemas? | averías? | cortes? | lentitud | fallos? | inestabilidad | degradaci[oó]n | incidentes
    quedas? | lentidão | instabilidades? | erros? | problem[iy]? | rallentament\p{L} | anomali\p{L}
    błęd\p{L}+ | błąd | utrudnieni\p{L}* | opóźnieni\p{L}* | zakłóceni\p{L}* | incydent\p{L}*
    incidente | caíd[oa]s? | ca(?:yó|yeron) | restablec\p{L}+ | fall(?:ó|aron) | interrupción | interrumpid\p{L}+
    ca(?:iu|íram) | restabelec\p{L}+ | falh(?:ou|aram|as?) | interrupção | fora do ar | indispon[ií]\p{L}+
    cadut[oaie] | guasto | disservizio | ripristinat\p{L} | interrott\p{L} | irraggiungibil\p{L}
    \p{L}*storing(?:en)? | uitval | viel(?:en)?(?: (?:[^ .]|\.\d)+){0,8} uit | hersteld | onbereikbaar | uitgevallen
    awari\p{L}+ | przesta\p{L}+ | niedostępn\p{L}+ | przywróc\p{L}+ | výpad\p{L}+ | přesta\p{L}+ | nedostupn\p{L}+
    gi(?:kk?|ck)(?: [^ .]+){0,5} ner?d? | nedetid | driftstop\p{L}* | \p{L}*avbrudd | \p{L}*avbrott\p{L}* | gikk strømmen | gjenopprettet
    genoprettet | återställ\p{L}+ | kaatui\p{L}* | \p{L}*katko\p{L}* | palautu\p{L}+
    технічн\p{L}+ збі\p{L}* | збо[їю]\p{L}* | збій | аварі\p{L}+ | відновл?\p{L}+ | sự cố | bị (?:sập|lỗi) | gặp lỗi | gián đoạn | không thể truy cập
    сбо[йя]\p{L}* | авари\p{L}+ | перестал\p{L}* | недоступ\p{L}+ | восстанов\p{L}+ | упал\p{L}?
    \p{L}*störning(?:en|ar(?:na)?)? | åtgärda\p{L}* | låg nere | nedbrud\p{L}* | (?:var|er|gik|lå|ligger) nede | feil(?:en|et) | fejl(?:en)? | häiriö\p{L}* | vika\p{L}*
    gangguan | terganggu | pulih | padam | tidak (?:dapat|bisa) diakses | kesinti\p{L}* | arıza\p{L}* | çök(?:tü|me)\p{L}* | pan[ăa](?= (?:din|de)(?!\p{L})) | întrerup\p{L}+
    căzut | defecțiun\p{L}+ | restabilit | βλάβη | διακοπή\p{L}* | poruch\p{L}+ | závad\p{L}+ | obnoven\p{L}*
    hib[aá]\p{L}* | leáll\p{L}+ | üzemzavar\p{L}* | kies[eé]s\p{L}* | elérhetetlen\p{L}* | nem (?:tudott|működött|volt elérhető)
  `}(?![\p{L}\d])|${oneOf`
    障害 | 復旧 | 不具合 | 停止 | エラー | 故障 | 中断 | 恢复 | 恢復 | 宕机 | 异常 | 无法 | 不可用 | 超时 | 失败 | 告警 | 报错 | 断网 | 停电 | 遅延 | できない | 出来ない | 緊急メンテ | 繋がらない | つながらない | 崩溃 | 崩潰 | できません | つながりにくい | アラート | ダウン | 장애 | 복구 | 중단 | 오류
  `}`,
  "iu",
);
