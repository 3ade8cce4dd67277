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
  ])("%s: %s is %s", (title, body, kind) => {
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
  ])("%s: %s is %s", (title, body, kind) => expect(kindOf(title, body)).toBe(kind));

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
