import { describe, expect, it } from "vitest";
import { eventIdentity } from "#importers/open/event-identity.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { fixtureFolders, fixturePaths, parseFixture } from "./fixtures.ts";

/** Files with another number of events than one. A record's own log has one for each entry. */
const EVENTS: Record<string, number> = {
  "alertmanager/fictional-firing.json": 2,
  "alertmanager/fictional-deliveries.ndjson": 2,
  "pagerduty/api-incidentLogEntries-faros.json": 3,
  "pagerduty/api-incidents-faros.json": 3,
  "pagerduty/fictional-log-entries.json": 8,
  "statuspage/api-incidents-faros.json": 10,
  "statuspage/component_uptimes-faros.json": 0,
  "statuspage/fictional-webhook-incident.json": 2,
  "github/fictional-deliveries.json": 8,
  "argocd/fictional-application.yaml": 3,
  "aws/cloudtrail-20230710T1150Z-1vnLavRRp0ek1mP4.json": 2,
  "datadog/incident-search.json": 5,
  "datadog/incident-todos.json": 0,
  "datadog/incidents-v2-faros.json": 2,
  "datadog/monitor-webhook-template.json": 0,
  "discord/fictional-channel.json": 3,
  "firehydrant/api-incidents-faros.json": 8,
  "gitlab/timeline-events-graphql-list.json": 3,
  "grafana/fictional-unified.json": 2,
  "incident_io/v2-follow_ups.json": 0,
  "json/fictional-bus.json": 2,
  "html/fictional-write-up.html": 5,
  "calendar/fictional-calls.ics": 6,
  "pasted_chat/fictional-discord.txt": 2,
  "pasted_chat/fictional-irc.txt": 3,
  "pasted_chat/fictional-mattermost.txt": 2,
  "pasted_chat/fictional-slack.txt": 4,
  "pasted_chat/fictional-teams.txt": 2,
  "prometheus/fictional-ratio.json": 0,
  "terraform/fictional-run.json": 2,
  "kubernetes/fictional-events.json": 2,
  "mattermost/fictional-export.jsonl": 3,
  "opsgenie/api-alerts-faros.json": 2,
  "opsgenie/api-incidents-with-timelines-faros.json": 20,
  "rootly/action_item.json": 0,
  "splunk_on_call/api-incidents-faros.json": 4,
  "squadcast/api-events-faros.json": 3,
  "status_page/fictional-instatus.json": 2,
  "teams/fictional-messages.json": 3,
  "unleash/fictional-events.json": 2,
  "slack/export/inc-142-checkout/2026-03-04.json": 7,
  "slack/export/inc-142-checkout/2026-03-05.json": 2,
};
/** Folders with tests of their own: their files aren't of one format, or are read together. */
const APART = ["csv", "deploy", "email", "labels", "notes", "slack"];
const FORMATS = fixtureFolders().filter((name) => !APART.includes(name));

/** Written for these tests, with broken rows on purpose. */
const isOwn = (path: string) => path.includes("fictional") || path.startsWith("slack/");
/** These state no time, and are kept without one. */
const UNTIMED = [
  "grafana/fictional-legacy.json",
  "sentry/issue-assigned-webhook.json",
  "sentry/issue-resolved-webhook.json",
];
/** These need a time zone or a day from a person. */
const isAsked = (path: string) => /^(?:pasted_chat|calendar)\//.test(path);

describe("every fixture", () => {
  const paths = FORMATS.flatMap(fixturePaths).concat(Object.keys(EVENTS).filter((path) => path.startsWith("slack/")));

  it.each(paths)("%s is detected and read completely", (path) => {
    const parsed = parseFixture(path);
    expect(parsed.format).toBe(path.split("/")[0]);
    expect(parsed.certainty).toBeGreaterThan(isOwn(path) ? 0.3 : 0.9);
    expect(parsed.events).toHaveLength(EVENTS[path] ?? 1);
    if (!isOwn(path) && !path.includes("template")) expect(parsed.rejects).toEqual([]);
  });

  it.each(paths)("%s gives events that can be stored", (path) => {
    for (const event of parseFixture(path).events) {
      if (!UNTIMED.includes(path) && !isAsked(path))
        expect(event.at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
      expect(EVENT_KINDS).toContain(event.kind);
      expect(event.title).not.toBe("");
      expect(event.title).not.toMatch(/undefined|null|\[object/);
      expect(event.body).not.toMatch(/undefined|\[object/);
    }
  });

  it.each(paths)("%s has the same identities when it is imported again", (path) => {
    const identities = () => {
      const { format, events } = parseFixture(path);
      return events.map((event) => eventIdentity(format, event));
    };
    expect(identities()).toEqual(identities());
    expect(new Set(identities()).size).toBe(identities().length);
  });
});
