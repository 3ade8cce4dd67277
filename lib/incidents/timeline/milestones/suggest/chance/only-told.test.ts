import { describe, expect, it } from "vitest";
import { timesOf } from "../testing/told-lines.ts";

const BEGIN = ["10:00 Users cannot sign in", "10:05 PagerDuty alert fires", "10:20 Rolled back the release"];

describe("a check whose result isn't told", () => {
  it.each([
    "Double checking that this resolved the issue",
    "Double-checking that sign-ins are back to normal",
    "Verifying that all services are healthy again",
    "Still checking whether the site works again",
    "We are confirming that errors are gone",
    "Testing if logins work again",
    "Validating that the queue is back to normal",
    "Monitored the database to make sure error levels had returned to normal",
    "We watch the dashboards to see if it has recovered",
    "The team is verifying that everything is operational",
  ])("isn't relief: %s", (title) => {
    const times = timesOf([...BEGIN, `10:30 ${title}`, "10:45 All sign-ins work again, incident resolved"]);
    expect(times["mitigated"]).not.toBe("10:30");
    expect(times["resolved"]).toBe("10:45");
  });

  it("is relief once it is known", () =>
    expect(
      timesOf([...BEGIN, "10:30 Verified that all services are healthy again", "10:45 Incident resolved"])["mitigated"],
    ).toBe("10:30"));
});

describe("a post about the day before", () => {
  it.each([
    "Yesterday we removed the router from service and the network returned to normal",
    "Yesterday evening the switch was replaced, and all links recovered",
    "Last night we rebooted the core switch and everything works again",
    "Overnight the faulty card was replaced and traffic is back to normal",
    "The night before, we restarted the storage and all was well again",
    "Earlier today we failed over to the second router and service was restored",
    "Update: yesterday we restarted the cluster, and all services recovered",
    "Gestern wurde der Router neu gestartet, seitdem läuft alles wieder",
    "Hier, nous avons redémarré le routeur et le service est rétabli",
    "Ayer reiniciamos el router y el servicio quedó restablecido",
  ])("is neither the step nor the relief: %s", (title) => {
    const times = timesOf(["10:00 Our router drops packets, sites are down", "10:10 We investigate", `18:00 ${title}`]);
    expect([times["mitigation_started"], times["mitigated"]]).toEqual([undefined, undefined]);
  });
});

describe("a step after which the trouble went on", () => {
  it.each([
    "Restarts the hub // This removes all user pods, error persists.",
    "Restarted the gateway, the issue persists",
    "Cleared the cache. Problem remains",
    "Rebooted db-2, which did not help",
    "Replaced the certificate, but the errors continue",
    "Killed the slow queries with no effect",
    "Raised the connection limit. This didn't work",
    "Blocked the crawler, timeouts persisted",
    "Dienst neu gestartet, Fehler besteht weiter",
    "Redémarrage du service, le problème persiste",
  ])("isn't the one that helped: %s", (line) => {
    const times = timesOf([
      "10:00 Users cannot sign in",
      "10:05 PagerDuty alert fires",
      `10:20 ${line}`,
      "12:45 Sign-ins work again",
    ]);
    expect(times["mitigation_started"]).not.toBe("10:20");
  });

  it.each(["Restarted the hub, load remains low", "Rolled back the release, errors are gone"])(
    "is the one that helped if all stayed well: %s",
    (line) =>
      expect(
        timesOf([
          "10:00 Users cannot sign in",
          "10:05 PagerDuty alert fires",
          `10:20 ${line}`,
          "10:30 Sign-ins work again",
        ])["mitigation_started"],
      ).toBe("10:20"),
  );
});

describe("a service that is back in part", () => {
  const endOf = (title: string) =>
    timesOf([
      "10:00 Kunden können sich nicht anmelden",
      "10:05 Alarm: Fehlerrate bei 40 %",
      "10:20 Neustart der Datenbank",
      `10:30 ${title}`,
    ]);

  it.each([
    "Die Anmeldung ist teilweise wieder verfügbar",
    "Le service est partiellement rétabli",
    "El servicio está parcialmente restablecido",
    "O serviço foi parcialmente restabelecido",
    "Servizio parzialmente ripristinato",
    "De dienst is gedeeltelijk hersteld",
    "Usługa częściowo przywrócona",
    "Сервис частично восстановлен",
    "Tjänsten är delvis återställd",
    "サービスの一部が復旧",
    "部分服务恢复正常",
    "서비스 일부 정상화 확인",
  ])("isn't the end: %s", (title) => expect(endOf(title)["resolved"]).toBeUndefined());

  it.each(["War teilweise erreichbar, ist wieder vollständig verfügbar", "Сервис полностью восстановлен"])(
    "as a whole it is: %s",
    (title) => expect(endOf(title)["resolved"]).toBe("10:30"),
  );
});

describe("what a tool shows", () => {
  it.each([
    "Internal alerting highlights increased errors",
    "Our monitoring shows raised latency",
    "Dashboards indicate changed traffic",
    "Metrics suggest that retries increased",
    "Alerts report blocked requests",
    "Logs show killed workers",
    "The dashboard reveals reverted connections",
    "Monitoring tools flag stopped jobs",
    "Graphs showed moved load",
    "Telemetry indicates restarted pods",
  ])("isn't a step: %s", (title) => {
    const times = timesOf(["10:00 Users cannot sign in", `10:06 ${title}`, "10:30 Sign-ins work again"]);
    expect(times["mitigation_started"]).toBeUndefined();
  });
});

describe("what was found later", () => {
  it.each([
    "The expected failover does not occur (we discover later why)",
    "Standby refuses to start, which we found out later",
    "The script stops early, as we later found",
    "The lease had expired, we learned afterwards",
    "Backups were skipped, traced later to a full disk",
    "The lock was held by a cron job, determined later",
    "In hindsight we found that the lag began here",
    "It was later discovered that the probe was off",
    "The certificate had changed, we only realised later",
    "A node was lost, as we later determined",
  ])("isn't the response: %s", (title) => {
    const times = timesOf([
      "10:00 Users cannot sign in",
      "10:02 PagerDuty alert fires",
      `10:04 ${title}`,
      "10:09 On-call acknowledges, begins triage",
      "10:30 Sign-ins work again",
    ]);
    expect(times["responding"]).not.toBe("10:04");
  });
});

describe("trouble that someone only notices", () => {
  it.each([
    "We realized that the shop experiences problems with orders",
    "We noticed that the site experiences timeouts",
    "Mila discovers that the portal is unavailable",
    "The team became aware that logins were down",
    "Then I noticed that the printer was offline",
    "Support realised that the forms experience errors",
    "Engineers noticed that search went down",
    "Someone spotted that the map is unreachable",
    "They discovered that the feed went offline",
    "She notices that the wiki experiences delays",
  ])("didn't start then: %s", (title) => {
    const times = timesOf([
      "09:30 Deployed version 12 of the site",
      `10:00 ${title}`,
      "10:30 Rolled back",
      "10:40 All good again",
    ]);
    expect(times["impact_started"]).not.toBe("10:00");
  });
});

describe("an investigation that is under way", () => {
  it.each([
    "Incident channel opened for investigation",
    "We dove into the server logs",
    "Engineers dig into the traces",
    "Investigation initiated",
    "Response initiated",
    "The team began diagnostic work on the router",
    "Bridge opened to investigate",
    "SRE started an investigation",
    "Investigation underway",
    "Room created for triage",
  ])("is the response: %s", (title) => {
    const times = timesOf([
      "10:00 Users cannot sign in",
      "10:02 Alert fires: sign-ins failing",
      `10:10 ${title}`,
      "10:30 Sign-ins work again",
    ]);
    expect(times["responding"]).toBe("10:10");
  });
});

describe("a trial that went well", () => {
  it.each([
    "Probe of the bucket succeeded, listing 200 folders",
    "First smoke test of the upload passed",
    "Dry run of the copy is ok",
    "Test upload to the share succeeded",
    "Trial run with one file passes",
    "Probelauf mit einer Datei erfolgreich",
    "Testlauf der Kopie war erfolgreich",
    "第一次探针：列目录成功",
    "测试上传成功",
    "アップロードのテストに成功",
  ])("is neither the first sign of trouble nor work on it: %s", (title) => {
    const times = timesOf([
      `09:50 ${title}`,
      "10:00 Users cannot sign in",
      "10:05 PagerDuty alert fires",
      "10:20 Rolled back the release",
      "10:30 Sign-in works again",
    ]);
    expect([times["detected"], times["responding"]]).not.toContain("09:50");
  });

  it("leaves the alert as the first sign if it failed later", () =>
    expect(timesOf([...BEGIN, "10:10 Probe of the login failed", "10:30 Sign-in works again"])["detected"]).toBe(
      "10:05",
    ));
});
