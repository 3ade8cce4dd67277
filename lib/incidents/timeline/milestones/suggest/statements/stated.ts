import type { MilestoneName } from "../../milestone-names.ts";

/** Names of fields that state a milestone outright, and whose words alone suggest no kind of event. */
const FIELDS: Partial<Record<MilestoneName, string>> = {
  impact_started: "start,started,starts,begin,begins,began,beginning,onset,non-compliance_start",
  detected: "detected,detection,discovered,noticed,reported,report,alert,non-compliance_identified",
  mitigated: "repaired,contained,stabilised,stabilized",
  resolved: "end,ended,ends,stop,stopped,non-compliance_end",
};
const STATED = new Map(
  Object.entries(FIELDS).flatMap(([name, words]) =>
    words.split(",").map((word) => [word.replaceAll("_", " "), name as MilestoneName]),
  ),
);
/** Words that count only next to "first" or "incident". Alone they can be about anything. */
const NEEDS_MORE = new Set(["report", "alert", "began", "begins", "starts", "ends", "stop", "stopped"]);

/** The heading before such fields: "Key events: First detected". */
const OVER_FIELDS = /^(?:key )?(?:events|timestamps|times|dates|milestones|facts|timeline)\s*[:–—-]\s*/;
const BESIDE =
  /^(?:(?:time|date) of (?:the )?)?(?:first |initial |initially )?(?:(?:incident|outage|impact|downtime|issue|problem|disruption) )?/;
const BEHIND = /(?: (?:at|on|time|date|date\/time|timestamp|by))?(?: \((?:utc|gmt|local)\))?\s*:?$/;
const LONGEST_FIELD = 40;

/** Labels before a text ("Detection: Bo sees …", "Erkannt: Bo sieht …"). `_` separates the words of a label. */
const LABELS: Partial<Record<MilestoneName, string>> = {
  impact_started: `impact_start impact_starts impact_started impact_begins impact_began start_of_impact
    incident_start incident_starts incident_started incident_begins incident_began start_of_incident outage_start
    outage_starts outage_started outage_begins outage_began onset beginn störungsbeginn ausfallbeginn beginn_der_störung début début_de_l'incident début_de_l'impact
    inicio hora_de_inicio fecha_de_inicio data_de_início data_início hora_de_início date_de_début heure_de_début data_di_inizio ora_di_inizio data_rozpoczęcia дата_начала время_начала begintijd inicio_del_incidente inicio_del_impacto início início_do_incidente início_do_impacto inizio inizio_impatto
    начало начало_инцидента początek begin_storing 影響開始 障害開始 障害発生 影响开始 故障开始 故障发生`,
  detected: `detected detection first_detected first_detection initial_detection incident_detected issue_detected
    entdeckung entdeckt erkannt erkennung bemerkt détection détecté detección detectado detecção detectada
    rilevamento rilevato rilevazione detectie gedetecteerd ontdekt обнаружение обнаружено wykrycie wykryto oppdaget
    opdaget upptäckt 検知 検出 障害検知 发现 检测到 감지 탐지`,
  mitigation_started: `mitigation_start mitigation_started mitigation_starts mitigation_begins mitigation_began`,
  mitigated: `mitigation_complete mitigation_completed eingedämmt entschärft atténuation atténué mitigación mitigado mitigação mitigazione mitigato gemitigeerd
    緩和 缓解 완화`,
  resolved: `hora_de_fin fecha_de_fin data_de_término data_término hora_de_término data_de_fim date_de_fin heure_de_fin data_di_fine ora_di_fine data_zakończenia дата_окончания время_окончания eindtijd behoben behebung störungsende ende_der_störung résolution résolu fin_de_l'incident resolución resuelto
    fin_del_incidente resolução resolvido fim_do_incidente risoluzione risolto opgelost решено восстановлено
    восстановление rozwiązanie rozwiązano løst löst åtgärdat 復旧 復旧完了 解消 収束 恢复 已恢复 복구 해결`,
};
const LABELLED = new Map(
  Object.entries(LABELS).flatMap(([name, labels]) =>
    labels.split(/\s+/).map((label) => [label.replaceAll("_", " "), name as MilestoneName]),
  ),
);
const LABEL = /^([^:：.,;]{2,25}?)\s?[:：]/;

const OF_MOMENT = /(?:日時|時刻|時間|时间|\s?시각|\s?시간|\s?일시)$/;

/** The milestone of a title that is only the name of its field in another language: "復旧日時". */
export const fieldAlone = (title: string): MilestoneName | undefined =>
  LABELLED.get(title.trim().toLowerCase().replace(OF_MOMENT, ""));

/** Returns the milestone if the title is nothing but the name of such a field, or if it starts with its label, or null. */
export function statedMilestone(title: string): MilestoneName | null {
  const label = LABEL.exec(title.trim())?.[1]?.toLowerCase().replace("’", "'");
  const labelled = label && LABELLED.get(label);
  if (labelled || title.length > LONGEST_FIELD) return labelled || null;
  const field = title.toLowerCase().trim().replace(OVER_FIELDS, "");
  const isUnderHeading = field.length < title.trim().length;
  const bare = field.replace(BEHIND, "");
  const ofWhat = /^(start|end|beginning) of (?:the )?(?:incident|outage|impact|downtime|issue|disruption)$/.exec(bare);
  const core = ofWhat?.[1] ?? bare.replace(BESIDE, "");
  const isBare = core === bare && !isUnderHeading;
  if (isBare && NEEDS_MORE.has(core)) return null;
  return STATED.get(core) ?? null;
}
