import { expect, test } from "vitest";
import { guessKind } from "./guess-kind.ts";

/** Lines whose words suggest a kind that they don't tell, and what is right for them. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  observation: [
    "Fix applied, deploy pending VPN access",
    "Correction committed, awaiting deployment",
    "All 9 pods verified healthy",
    'Health verified "ok"',
    "Both nodes checked and validated",
    "Rows are being created again with gaps of a minute during the stall",
    "The user reported bug (from the form FORM-12) was linked to the ticket of last week",
    "Customer-reported issue was traced to the same table",
    "Clinics told to switch to paper forms",
    "The lecture is at 9 AM UTC, two hours after this issue.",
    "Last session errors observed.",
    "It was determined that a bad disk caused both mirrors to crash",
    "Scheduled key rotation job runs; completes successfully for 12 hosts",
    "Sync repeated without errors",
    "Storage team starts a small rolling maintenance upgrade of the broker",
    "Traffic keeps being routed over the broken link until noon",
    "~ Board: Open Incidents Report:",
    "Bo: the new parser went out yesterday for 2%",
    "Change automatically reverted by the guard? No: it only looks at 5xx",
    "Инженеры занимаются устранением",
    "Команда работает над восстановлением сервиса",
    "Wir arbeiten an der Wiederherstellung der Dienste",
    "Nos équipes travaillent au rétablissement du service",
    "El equipo trabaja para restablecer el servicio",
    "A equipe trabalha na recuperação do serviço",
    "I tecnici lavorano al ripristino del servizio",
    "Er wordt gewerkt aan het herstel van de dienst",
    "Technicy pracują nad przywróceniem usługi",
    "Teknikerna arbetar med att återställa tjänsten",
    "現在、復旧作業を進めております",
    "工程师正在恢复服务",
    "현재 서비스 복구 작업 중입니다",
    "Выяснили, что алиас переключился на старый индекс",
    "Correctif prêt, en revue",
    "Le support alerte l'équipe mobile",
    "設定の手順を見直すことにした",
    "Les équipes partent sans que les sondes soient à nouveau opérationnelles",
    "We have completed a post mortem on what happened.",
    "Completed the post-mortem",
    "The team has completed a review of the change",
    "We finished our analysis of the migration",
    "Finished the report",
  ],
  deploy_started: [
    "Release commit 77ab31c0 pushed to main with tag v2.4.1.",
    "Pushed the commit with the new limit",
    "Pushed a tag for 3.1.0",
  ],
  support_update: ["The support team contacted the user in a private chat channel to ask for their address"],
  decision: ["Rollback decision", "We thought about switching off the check and decided against it"],
  error_observed: [
    "Attempted production deploy (https://shop-git-main.example.app) failed with build error: SECRET has leading blanks",
    "The forum server began returning “503 - Busy” messages for all pages",
  ],
  alert_fired: ["Zabbix: mail04 unreachable"],
  mitigation_failed: [
    "Рестарт k3s — всё ещё ErrImagePull",
    "Restart of the node, still failing",
    "Neustart des Dienstes: immer noch Fehler",
    "Redémarrage du serveur, toujours en échec",
    "Reinicio del pool: sigue fallando",
    "Reinício do serviço, ainda com erro",
    "Restart serwera, nadal błąd 502",
    "重启服务，仍然报错",
    "サーバー再起動、まだエラー",
    "서버 재시작, 여전히 오류",
  ],
  automated_action: [
    "macOS rebooted (triggered by the crash or by a watchdog)",
    "Server restarted, forced by a kernel panic",
    "The node was restarted (caused by the watchdog)",
    "Host rebooted, triggered by a power loss",
    "VM restarted, initiated by the OOM killer",
  ],
  paged: [
    "Our on-call team gets notified and starts the investigation",
    "The on-call team was notified and began to look into it",
    "On-call engineers are alerted and open the dashboards",
    "The database on-call was informed",
    "Our on-call developer was called",
    "Our on-call developers were alerted",
    "The on-call SRE is paged",
    "An on-call engineer is called",
    "The platform on-call person was immediately notified",
    "The on-call admins were called",
  ],
  config_changed: [
    "Gateway re-configured and brought back into service",
    "The edge router was re-configured and brought back into service",
    "Core switch re-configured and brought back online",
    "Mail relay was re-configured and put back into service",
    "The proxies were reconfigured and brought back into service",
    "Load balancer reconfigured and brought back online",
  ],
  alert_resolved: ["[RESOLVED] queue_consumer_lag > 5m", "bot: [RESOLVED] queue_consumer_lag > 5m"],
  deploy_finished: ["3.7.2 ausgerollt"],
  dependency_event: ["Utility confirms feed A stable", "Vendor opens a case on the missing check"],
  impact_started: ["Les appels des abonnés belges n'aboutissent plus"],
  hypothesis: ["Vermutung: Suche überlastet"],
  hypothesis_rejected: ["Se descarta un fallo de red"],
  mitigated: ["서비스 70% 복구", "The service was initially restored."],
  public_update: ["公式 X で復旧を告知", "お客様へ障害報告をメール送信"],
};

test.each(Object.entries(LINES).flatMap(([kind, lines]) => lines.map((line) => [kind, line] as const)))(
  "%s is read from: %s",
  (kind, line) => {
    expect(guessKind(line)).toBe(kind);
  },
);

/** Lines with the same words that do tell the kind. */
test.each([
  ["deploy_finished", "Deployed the fix to production; commit 77ab31c0 pushed before"],
  ["impact_ended", "Service fully restored"],
  ["mitigated", "Verified all systems operational"],
  ["error_observed", "Sync failed without errors in the log"],
  ["customer_report", "The user reported that the export was broken"],
  ["rollback_started", "Rollback initiated"],
  ["resolved", "Wir arbeiteten an der Datenbank. Die Störung ist behoben."],
  ["resolved", "復旧作業が完了しました"],
])("%s is still read from: %s", (kind, line) => {
  expect(guessKind(line)).toBe(kind);
});

test.each([
  "Fix for the login bug is pushed",
  "Fix for the parser was pushed",
  "Fix for the login page gets pushed",
  "Patch for the export bug has been pushed",
  "Patch for the price rule was pushed",
  "Hotfix for the cart is pushed",
  "Correction of the tax rate was pushed",
  "The fix to the importer got pushed",
  "A patch for slow queries is pushed",
  "The hotfix has been pushed",
])("a fix that is only pushed isn't live: %s", (line) => {
  expect(guessKind(line)).not.toBe("deploy_finished");
});

test.each([
  "Attack traffic ceases, all network metrics return to normal operation",
  "The DDoS stops and latency is normal",
  "Attack ended, all sites reachable",
  "Flooding subsides",
  "Malicious requests stopped",
  "The attack has ceased",
  "Bot traffic ends",
  "Hostile packets stopped",
  "Spam waves subsided",
  "The flood finally stopped",
])("no impact starts when an attack is over: %s", (line) => {
  expect(guessKind(line)).not.toBe("impact_started");
});

test.each([
  "Corrective action applied",
  "Corrective measures were taken",
  "Remedial action carried out",
  "The remedy was applied",
  "Countermeasures put in place",
  "Remedial steps taken",
  "A corrective step has been executed",
  "Counter-measures implemented",
  "First corrective measure applied",
  "Corrective steps were performed",
])("a remedy that is applied is a step of the response: %s", (line) => {
  expect(guessKind(line)).toBe("mitigation_started");
});

test.each([
  "Backlog fully processed; run scheduling latency back to normal.",
  "Queue fully drained, delivery times are normal again",
  "Backlog completely worked off, latency normal",
  "The queues are fully cleared and response times have recovered",
  "The backlog was entirely processed, all delays back to normal",
])("a backlog that is worked off with all else normal is the end: %s", (line) => {
  expect(guessKind(line)).not.toBe("metric_shift");
});

test.each([
  "We received an alert that the website was down. Nobody on our ops team was notified.",
  "We got an alert that the shop was offline. The pager failed, no one was called.",
  "An alarm said that pump 3 had stopped, but nobody was informed.",
  "The monitor saw the failure, and no one in operations was paged.",
  "A warning came in that the disk was full; nobody was alerted.",
])("no one is called if the text says so: %s", (line) => {
  expect(guessKind(line)).not.toBe("escalated");
  expect(guessKind(line)).not.toBe("paged");
});
