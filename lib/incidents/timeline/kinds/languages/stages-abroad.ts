import { oneOf } from "#lib/base/text/phrases.ts";

/** A stage of an incident, as status pages name it above an update. */
export type Stage = "investigating" | "identified" | "monitoring" | "resolved" | "update";

const STAGES: Readonly<Record<Stage, string>> = {
  investigating: oneOf`
    (?:wird|in) untersuch(?:t|ung) | untersuchung läuft | en cours d['’](?:investigation|analyse|examen) | (?:investigation|enquête|analyse) en cours
    (?:en )?investigación(?: en curso)? | investigando | em (?:investigação|análise|apuração) | (?:indagine|analisi|verifica) in corso | in (?:analisi|verifica)
    (?:in )?onderzoek(?: loopt)? | wordt onderzocht | w trakcie (?:badania|analizy|wyjaśniania) | (?:badamy|wyjaśniamy) | расследуется | выясняем
    utreds | undersöks | undersøkes | undersøges | 調査中 | 调查中 | 調查中 | 排查中 | 조사 ?중
  `,
  identified: oneOf`
    identifiziert | identifiée? | identificad[oa] | (?:identificat|individuat)[oa] | geïdentificeerd | zidentyfikowan[oay] | определен[оа]
    identifierad | identifisert | identificeret | 原因特定 | 特定済み? | 已(?:确认|定位|確認) | 원인 (?:확인|파악)(?:됨)?
  `,
  monitoring: oneOf`
    wird überwacht | (?:in|unter) beobachtung | (?:sous )?surveillance(?: en cours)? | (?:en )?(?:supervisión|monitoreo|monitorización) | supervisando | monitore?ando
    (?:em )?monitoramento | em monitorização | (?:in )?monitoraggio(?: in corso)? | wordt gemonitord | (?:w trakcie )?monitorowani[ae] | (?:наблюдение|мониторинг|наблюдаем)
    övervakas | overvåkes | overvåges | 監視中 | 経過観察中? | 监[控测]中 | 監控中 | 모니터링 ?중
  `,
  resolved: oneOf`
    behoben | gelöst | abgeschlossen | résolue? | resuelt[oa] | solucionad[oa] | resolvid[oa] | risolt[oa] | opgelost | rozwiązan[oay] | (?:решено|устранено)
    löst | åtgärdat | løst | vyřešeno | çözüldü | 解決(?:済み?)? | 復旧済み? | 已(?:解决|恢复|解決|恢復) | 해결(?:됨| ?완료)
  `,
  update: oneOf`
    aktualisierung | mise à jour | actualización | atualização | aggiornamento | aktualizacja | обновление | uppdatering | oppdatering | opdatering
    続報 | 最新情報 | 最新进展 | 进展 | 업데이트
  `,
};
const MARK = String.raw`[*_\[【]{0,3}`;
const BY_STAGE = (Object.keys(STAGES) as Stage[]).map(
  (stage) =>
    [stage, new RegExp(String.raw`^\s*${MARK}${STAGES[stage]}[*_\]】]{0,3}\s?(?:$|[-–—:：]\s?)`, "iu")] as const,
);

/** Returns the stage that a text in a language other than English starts with, and the text behind it. */
export function stageAbroad(text: string): { stage: Stage; behind: string } | null {
  for (const [stage, pattern] of BY_STAGE) {
    const found = pattern.exec(text.slice(0, LONGEST));
    if (found) return { stage, behind: text.slice(found[0].length) };
  }
  return null;
}
const LONGEST = 60;
