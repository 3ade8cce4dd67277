import { oneOf, opening, words } from "#lib/base/text/phrases.ts";

const TIMELINE = new RegExp(
  String.raw`(?<![\p{L}\d_])${oneOf`
    time\s?-?lines? | chronolog(?:y|ical) | (?:sequence|order|course) of events | (?:event|incident|activity) log
    log of events | event history | play[- ]by[- ]play | blow[- ]by[- ]blow
    zeitachse | (?:zeit(?:licher )?)?verlauf | zeit(?:licher )?ablauf | zeitleiste | zeitstrahl | zeitlinie | ereignisverlauf | ablauf | hergang
    chronologie | (?:frise|ligne) (?:chronologique|du temps) | déroul(?:é|ement) | cronolog[ií]a | l[ií]nea (?:de tiempo|temporal) | secuencia de eventos
    linha d[eo] tempo | linea (?:temporale|del tempo) | sequenza degli eventi | tijds?lijn | verloop
    tidslinj[ea] | händelseförlopp | hendelsesforløp | hændelsesforløb | förlopp | forløp | forløb | aikajana
    oś czasu | przebieg | chronologia | časov[aá] (?:osa|os) | průběh | priebeh | idővonal\p{L}* | időrend\p{L}* | cronologie
    zaman çizelgesi | kronoloji | olay akışı | dòng thời gian | diễn biến | mốc thời gian | trình tự sự việc | kronologi | lini ?masa
    хронолог\p{L}* | таймлайн\p{L}* | (?:ход|порядок) событий | (?:перебіг|хід) подій | χρονολόγιο
  `}(?![\p{L}\d_])|${oneOf`
    时间线 | 时间轴 | 時間線 | 時間軸 | (?:事件|故障|事故)?(?:处理|處理)?(?:经过|經過|过程|過程)$ | タイムライン | 時系列 | 経緯 | 経過(?!時間) | 対応履歴 | 타임라인 | 경과(?! ?시간) | 시간순 | 시간대별
  `}`,
  "iu",
);
const ELSEWHERE_WORDS = words`
  action (?:items?|points?|plan) | actions | actionables | follow[- ]?ups? | todos? | lessons | learnings?
  learned | learnt | recommendations? | next steps | remediation (?:items|plan) | improvements?
  attendees | participants | appendix | apendix | glossary | references | see also | further reading
  conclusions? | weaknesses | what went (?:well|wrong|poorly|badly) | maßnahmen
  (?:verbeter|vervolg)?acties | maatregelen | azioni | åtgärder | acciones | ações | mesures
  prochaines étapes | pr[oó]ximos pas[os]+
`;
/** The same in languages whose letters `\b` doesn't know. */
const ELSEWHERE_ABROAD = new RegExp(
  `^[^\\p{L}]*${oneOf`
    lärdomar | læring | förbättringar | forbedringer | tiltak | tiltag | lekcje | wnioski | działania (?:naprawcze|zapobiegawcze|następcze) | zalecenia
    opatření | ponaučení | další kroky | opatrenia | tanulságok | teendők | aksiyonlar | alınacak aksiyonlar | dersler | öneriler
    bài học | hành động (?:khắc phục|tiếp theo) | tindakan (?:perbaikan|lanjutan|pencegahan) | pelajaran | rekomendasi
    уроки | выводы | рекомендации | (?:дальнейшие|следующие) (?:шаги|действия) | план действий | висновки | подальші (?:кроки|дії)
  `}(?!\\p{L})|${oneOf`再発防止 | 今後の(?:対応|対策|課題) | 改[善进](?:策|案|点|措施|计划|項目) | 教訓 | 教训 | 经验教训 | 后续(?:行动|计划|措施|改进) | 预防措施 | 재발 ?방지 | 개선 ?(?:사항|과제|방안) | 교훈 | 후속 ?조치`}`,
  "iu",
);

const SECTION_WORDS = opening`
  (?:executive )?summary | overview | background | impact | root causes? | causes? | contributing factors
  detection | response | recovery | resolution | mitigation | analysis | details | what (?:went|happened)
  where we got lucky | (?:where|how) luck helped | lucky breaks? | conclusions? | notes? | metrics | stats | links | people | roles | questions?
`;

/** The same in other languages: what happened, why, to whom, and what was done. */
const SECTION_ABROAD = new RegExp(
  `^(?:${oneOf`
    zusammenfassung | überblick | hintergrund | auswirkung(?:en)? | (?:grund)?ursachen? | lösung | behebung | analyse | fazit
    résumé | contexte | impacts? | causes? | résolution | resumen | contexto | impacto | causas? | resolución | análisis | resumo | resolução | análise
    riepilogo | sintesi | contesto | impatto | risoluzione | analisi | samenvatting | achtergrond | gevolgen | (?:grond)?oorzaa?k(?:en)? | oplossing
    podsumowanie | wpływ | skutki | przyczyn[ay] | rozwiązanie | sammanfattning | bakgrund | påverkan | (?:grund)?orsak | lösning
    sammendrag | bakgrunn | (?:rot)?årsak | påvirkning | løsning | baggrund | årsag | shrnutí | dopad | příčin[ay] | řešení | súhrn | príčin[ay]
    összefoglaló | kiváltó ok | hatás | megoldás | özet | etki | (?:kök )?neden | çözüm | tóm tắt | ảnh hưởng | tác động | nguyên nhân | khắc phục | giải pháp
    ringkasan | dampak | (?:akar )?penyebab | akar masalah | solusi | кратко | резюме | влияние | последствия | причин[аы] | корневая причина | решение | итоги?
    підсумок | вплив | наслідки | причин[аи] | рішення
  `})(?!\\p{L})|^(?:${oneOf`
    概要 | 背景 | 影響 | 影响 | 原因 | 根本原因 | 根因 | 直接原因 | 対応 | 復旧 | 対策 | 概述 | 总结 | 解决 | 处理 | 摘要 | 개요 | 요약 | 배경 | 영향 | 원인 | 근본 ?원인 | 해결 | 대응
  `}).{0,6}$`,
  "iu",
);

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
  const told = title.replace(GOES_ON, "").replace(OF_STORY, "");
  return ELSEWHERE_WORDS.test(told) || ELSEWHERE_ABROAD.test(told);
}

/** A short label as write-ups use for their parts, as opposed to an ordinary line that ends in a colon. */
export function isSectionLabel(label: string): boolean {
  return isTimelineTitle(label) || isElsewhereTitle(label) || SECTION_WORDS.test(label) || SECTION_ABROAD.test(label);
}
