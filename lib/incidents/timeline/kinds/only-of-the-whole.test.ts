import { describe, expect, it } from "vitest";
import { guessKind } from "./guess-kind.ts";
import { KindReader } from "./kind-reader.ts";

const next = (title: string, body: string) => new KindReader().next(title, body);

describe("an entry whose first field is how long it took", () => {
  it.each([
    ["Duration: 37 minutes", "- Impact: the shop was slow\n- Resolution: the job was restarted, service restored"],
    ["Length: 2 h", "- Fix: the service is back to normal"],
    ["Lasted: 3 days", "- Solution: all services restored"],
    ["Dauer: 37 Minuten", "- Lösung: Der Dienst ist wieder verfügbar"],
    ["Durée : 2 h", "- Solution : le service est rétabli"],
    ["Duración: 3 horas", "- Solución: el servicio fue restablecido"],
    ["Duração: 40 min", "- Solução: o serviço foi restabelecido"],
    ["Durata: 40 minuti", "- Soluzione: il servizio è stato ripristinato"],
    ["지속: 37분", "- 내용: 연결 실패\n- 해결: 서비스 복구"],
    ["継続時間: 37分", "- 対応: サービスが復旧"],
    ["持续时间：37分钟", "- 处理：服务恢复"],
  ])("isn't its end: %s", (title, body) =>
    expect(["resolved", "mitigated", "impact_ended", "monitoring"]).not.toContain(next(title, body)),
  );
});

describe("news about the report of an incident", () => {
  it.each([
    "We have completed a post mortem on what happened.",
    "The post-mortem is done",
    "Postmortem published",
    "Our root cause analysis is finished.",
    "The incident report is ready",
  ])("has no kind of what it reports: %s", (title) => {
    const kind = next(title, "A deploy finished at noon. A node was rebooted, and the deploy was completed.");
    expect(["deploy_finished", "deploy_started", "reboot"]).not.toContain(kind);
  });
});

describe("a text below a test", () => {
  const body = "- The phones were updated to the new release\n- All is back to normal, the problem is resolved";
  it.each([
    "Release test done",
    "Smoke tests on staging",
    "Acceptance test finished",
    "Regression tests run by the team",
    "リリーステストの実施完了",
    "テスト完了",
    "検証環境で試験を実施",
    "发布测试完成",
    "测试开始",
    "배포 테스트 완료",
  ])("tells of the trial: %s", (title) =>
    expect(["resolved", "mitigated", "impact_ended", "deploy_finished", "deploy_started"]).not.toContain(
      next(title, body),
    ),
  );
});

describe("an act after a rollback", () => {
  it("is a step against the incident", () => {
    const reader = new KindReader();
    const killed = "Lingering queries were identified and killed off in production to free up resources";
    expect(reader.next("A rollback was issued for the previous deployment", "")).toMatch(/^rollback/);
    expect(reader.next(killed, "")).toBe("mitigation_started");
  });
});

describe("a test of a release", () => {
  it.each([
    "開発チーム リリーステストの作成開始",
    "リリーステストの作成完了",
    "リリーステストの実施完了",
    "デプロイテスト完了",
    "リリース前試験を完了",
    "发布测试完成",
    "上线测试开始",
    "배포 테스트 완료",
    "릴리스 테스트 시작",
    "Release-Test abgeschlossen",
    "Deployment-Tests fertig",
  ])("isn't the release: %s", (line) => expect(guessKind(line)).not.toMatch(/^deploy/));

  it.each(["リリース完了", "배포 완료"])("isn't told here: %s", (line) =>
    expect(guessKind(line)).toBe("deploy_finished"),
  );
});

describe("a fix that is only shown to work", () => {
  it.each([
    "修正コードで障害が解決することを確認",
    "修正版で問題が解消することを確認した",
    "パッチで復旧できることを検証",
    "この修正で解決するのを確認",
  ])("isn't the end: %s", (line) => expect(["resolved", "mitigated", "impact_ended"]).not.toContain(guessKind(line)));

  it.each(["障害が解決したことを確認", "復旧を確認"])("isn't told here: %s", (line) =>
    expect(["resolved", "mitigated", "impact_ended"]).toContain(guessKind(line)),
  );
});

describe("a monitor that reports", () => {
  it.each([
    "statuscake.com reports that shop.example.org is online",
    "UptimeRobot reports that the site is up",
    "Pingdom reported the API is up again",
    "Monitoring reports the service is back online",
    "Nagios reports that the host is reachable",
    "Checkly reports that the page is available",
    "Zabbix reports that the database is operational",
    "uptime.com reports the site is accessible again",
    "Statuscake reports that the site is responding",
    "The probe reports that the endpoint is online again",
  ])("that all is well isn't an alert: %s", (line) => expect(guessKind(line)).toBe("alert_resolved"));

  it.each([
    "statuscake.com reports that shop.example.org is offline",
    "UptimeRobot reports that the site is down",
    "Pingdom reports that the API is not available",
  ])("trouble is one: %s", (line) => expect(guessKind(line)).toBe("alert_fired"));
});
