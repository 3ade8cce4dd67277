import { expect, it } from "vitest";
import { misread } from "../testing/misread.ts";

/**
 * Usual lines of timelines, each with every kind that is right for it, and lines with the same words that have no
 * kind.
 */
const USUAL: Readonly<Record<string, string>> = {
  various: `
    paged | Einsatzleiter benachrichtigt
    paged | Incident Manager notificato
    paged | Incident Commander powiadomiony
    paged | Incident Manager notificado
    paged | 指揮官に連絡
    impact_started error_observed | DDoS-Angriff beginnt
    impact_started error_observed | L'attaque DDoS commence
    impact_started error_observed | Comienza el ataque
    impact_started error_observed | Началась атака
    impact_started error_observed | 攻撃開始
    mitigation_started | Sofortmaßnahme eingeleitet
    mitigation_started | Début des mesures conservatoires
    mitigation_started | Se aplica una medida paliativa
    mitigation_started | 暫定対処を実施完了
    mitigation_started | 临时措施已部署
    config_changed mitigation_started | Cloudflare abilitato
    config_changed mitigation_started | Cloudflare habilitado
    config_changed mitigation_started | 限流策略启用
    metric_shift | Anfragen sprunghaft angestiegen
    metric_shift | 连接数飙升至500
    metric_shift | アクセスが急増
    metric_shift | 트래픽 급증
    metric_shift | Запросы взлетели в десять раз
    alert_resolved | 告警恢复
    alert_resolved | アラート解消
    alert_resolved | 알람 종료
    alert_resolved resolved | Alarm behoben
    observation | Log-Analyse begonnen
    observation | エラーログの解析を開始
    observation | 验证错误率曲线
    observation | 배포 로그 검토 시작
    observation | デプロイ状況を確認
    observation | 再デプロイ準備
    observation | Vorbereitung des Rollouts
    observation | Die Arbeiten an der Behebung dauern an
    observation | Techniker arbeiten an der Wiederherstellung
    observation | Les équipes travaillent au rétablissement
    observation | Seguimos trabajando para restablecer el servicio
    observation | Prace nad przywróceniem usługi trwają
    observation | Ведутся работы по восстановлению
    observation | 復旧作業中
    observation | 抢修中,预计一小时后恢复
    observation | Kein Angriff begonnen
    observation | Untersuchung, wie der Angriff begann
    observation | Sofortmaßnahmen geplant
    observation | L'attaque n'a pas commencé
    observation | Einsatzleiter nicht benachrichtigt
    resolved | Entwarnung für alle Standorte
    resolved impact_ended | Data de término
    impact_started | Data de início
    impact_started | Fecha de inicio
    resolved | Fecha de fin
    error_observed | Процесс убит oom-killer
    error_observed | O processo falhou
    error_observed | El proceso ha fallado, script fallido
    hypothesis | 初步假设:连接池不足
    hypothesis | 가설: 연결 풀 부족
    declared | Deklaracja P1, incydent
    declared | PagerDuty에서 인시던트 오픈
    mitigation_started | Containment: blocked the ten busiest addresses
    mitigation_started | Mitigation: queue workers moved to the spare pool
    mitigation_started | Workaround – orders are taken by phone
    observation | Mitigation: none
    observation | Containment: not needed
    observation | Mitigation: to be planned
    mitigated impact_changed | Servizio stabile
    mitigated impact_changed | Der Dienst ist stabil
    mitigated impact_changed | Le service est stable
    mitigated impact_changed | El servicio está estable
    mitigated impact_changed | Сервис работает стабильно
    mitigated impact_changed | Traffico normalizzato
    mitigated resolved impact_ended | Serviço estável
    observation | Der Dienst ist noch nicht stabil
    observation | Il servizio non è stabile
    observation | El servicio aún no está estable
    observation | Le service n'est pas stable
    observation | 手动更新备份文件
    observation | 事件记录已更新
    observation | システムの安定化作業
    public_update | ステータスページを更新
    public_update | 更新状态页`,
};

it.each(Object.keys(USUAL))("reads the usual lines of a timeline in %s", (language) =>
  expect(misread(USUAL[language] ?? "")).toEqual([]),
);
