import { describe, expect, it } from "vitest";
import { KindReader } from "./kind-reader.ts";

const kindOf = (title: string, body: string) => new KindReader().next(title, body);

describe("an entry below the caption of its section", () => {
  it.each([
    ["Alerts", "Ana looks at the dashboards"],
    ["Deployments", "Nobody was on call that night"],
    ["Reports", "The graphs are reviewed"],
    ["Updates:", "Waiting for the vendor"],
    ["Restarts", "The unit file is checked"],
    ["Outages", "A meeting is scheduled"],
  ])("%s: %s gets no kind from the caption", (title, body) => {
    expect(kindOf(title, body)).toBe("observation");
  });

  it.each([
    ["Alerts", "Rolled back to 4.2", "rollback_finished"],
    ["Updates", "Status page set to investigating", "public_update"],
    ["Actions", "Rebooted both routers", "restarted"],
    ["Alert", "disk usage of db-3", "alert_fired"],
    ["Rollback", "by Ana", "rollback_started"],
    ["Alerts", "", "alert_fired"],
  ])("reads “%s” with “%s” below as %s", (title, body, kind) => {
    expect(kindOf(title, body)).toBe(kind);
  });
});

it.each([
  ["Ticket created", "Source: helpdesk tickets"],
  ["Ticket nº 8 créé", "Source: SQLite tickets"],
  ["Dashboard", "Quelle: Alarm der Leitstelle"],
  ["The shards", "Evidence: alert log"],
])("where an entry is from gives it no kind: %s, %s", (title, body) => expect(kindOf(title, body)).toBe("observation"));

it.each([
  ["Dashboard", "System outage: no one can log in", "impact_started"],
  ["Dashboard", "Systems down: all customers get errors", "impact_started"],
])("an event after such a word keeps its kind: %s, %s", (title, body, kind) => expect(kindOf(title, body)).toBe(kind));

describe("a heading that names the incident above a post", () => {
  it.each([
    ["Service outage", "Everything is back online", "impact_ended"],
    ["Network outage", "The outage has been resolved", "resolved"],
    ["Outage of the web shop", "Full service restored to all customers", "impact_ended"],
    ["Login outage", "Fix confirmed, the service is restored", "impact_ended"],
    ["Mail outage", "Mail is working again", "impact_ended"],
  ])("reads “%s” with “%s” below as %s", (title, body, kind) => expect(kindOf(title, body)).toBe(kind));

  it.each([
    ["Service outage", "Engineers look at the switches"],
    ["Network outage", "The next update follows at noon"],
    ["Outage of the web shop", "The checkout is affected"],
    ["Website goes down", "Later everything was back online"],
    ["Complete outage of the hub", "Not everything is back yet"],
  ])("%s: %s describes the outage", (title, body) =>
    expect(["impact_started", "error_observed"]).toContain(kindOf(title, body)),
  );
});

describe("an update with only a number as its title", () => {
  it.each([
    ["Update 1", "The queue is drained and all sites are back.", "impact_ended"],
    ["Update 3", "We restarted the proxy.", "restarted"],
    ["Update #2", "The API returns errors.", "error_observed"],
    ["UPDATE 4", "The incident is resolved.", "resolved"],
    ["Update no. 2", "We rolled back the release.", "rollback_finished"],
    ["Update 1", "`git.example.org` 目前已经恢复。", "mitigated"],
    ["更新 2", "服务已恢复正常", "resolved"],
    ["Nachtrag 1", "Alle Dienste laufen wieder.", "resolved"],
    ["Mise à jour 2", "Le service est rétabli.", "impact_ended"],
    ["Actualización 3", "El servicio está restablecido.", "impact_ended"],
  ])("is told by its text: %s, %s", (title, body, kind) => {
    expect(new KindReader().next(title, body)).toBe(kind);
  });

  it("isn't one if it names something", () =>
    expect(new KindReader().next("Update 12 of the firmware", "The queue is drained and all sites are back.")).not.toBe(
      "impact_ended",
    ));
});
