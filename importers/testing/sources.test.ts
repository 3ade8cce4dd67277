import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput, parseFixture } from "./fixtures.ts";

const eventsOf = (path: string) => parseFixture(path).events;

describe("details of the sources", () => {
  it("Argo CD: a deployment from its start to its end, and a sync that deployed nothing", () => {
    expect(eventsOf("argocd/fictional-application.yaml")).toMatchObject([
      { at: "2026-03-04T09:02:11.000Z", endAt: "2026-03-04T09:03:40.000Z", kind: "deploy_finished" },
      { title: "checkout deployed at 9e0f1a2b", actor: "tomas", services: ["checkout"] },
      { title: "Sync of checkout: Failed", kind: "deploy_finished", body: "one or more objects failed to apply" },
    ]);
  });

  it("Kubernetes: from the first to the last time, with the count, and eventTime if the old fields are empty", () => {
    expect(eventsOf("kubernetes/fictional-events.json")).toMatchObject([
      { kind: "error_observed", endAt: "2026-03-04T14:19:40.000Z", body: expect.stringContaining("14 times") },
      { kind: "scaled", at: "2026-03-04T14:20:02.118Z", endAt: null, actor: "deployment-controller" },
    ]);
  });

  it("Kubernetes: an event that a controller forwards has one time", () => {
    const event = {
      involvedObject: { kind: "Kustomization", name: "shop", namespace: "apps" },
      metadata: { revision: "main/731f7ea" },
      severity: "error",
      reason: "ValidationFailed",
      reportingController: "kustomize-controller",
      timestamp: "2026-03-04T14:00:00Z",
    };
    expect(parseSource(jsonInput(event)).events).toMatchObject([
      { at: "2026-03-04T14:00:00.000Z", kind: "error_observed", actor: "kustomize-controller", services: ["apps"] },
    ]);
  });

  it("Jira: every change in the history of an issue", () => {
    const change = (id: string, created: string, state: string) => ({
      id,
      created,
      author: { displayName: "Amara" },
      items: [{ field: "status", fromString: "Open", toString: state }],
    });
    const histories = [
      change("1", "2026-03-04T14:05:00.000+0000", "In progress"),
      change("2", "2026-03-04T14:30:00.000+0000", "Done"),
    ];
    const fields = { summary: "Checkout is down", created: "2026-03-04T14:00:00.000+0000" };
    expect(
      parseSource(jsonInput({ issues: [{ key: "OPS-1", fields, changelog: { histories } }] })).events,
    ).toMatchObject([
      { at: "2026-03-04T14:00:00.000Z", title: "OPS-1 Checkout is down" },
      {
        at: "2026-03-04T14:05:00.000Z",
        title: "OPS-1 Checkout is down: status from Open to In progress",
        actor: "Amara",
      },
      { at: "2026-03-04T14:30:00.000Z", title: "OPS-1 Checkout is down: status from Open to Done" },
    ]);
  });

  it("Grafana: Alertmanager's format with offsets, and the old alerting without a time", () => {
    expect(eventsOf("grafana/fictional-unified.json")).toMatchObject([
      { at: "2026-03-04T14:03:00.000Z", endAt: "2026-03-04T14:21:00.000Z", zone: "+01:00" },
      { title: "Checkout latency" },
    ]);
    expect(eventsOf("grafana/fictional-legacy.json")).toMatchObject([
      { at: null, precision: "unknown", statedText: null, kind: "alert_fired" },
    ]);
  });

  it("flags: turned off is a mitigation step, and everything else a change", () => {
    expect(eventsOf("unleash/fictional-events.json").map(({ kind }) => kind)).toEqual(["flag_changed", "flag_off"]);
    expect(eventsOf("launchdarkly/flag.toggle.json")).toMatchObject([
      { kind: "flag_changed", actor: "Henrietta Powell", title: expect.stringContaining("turned on the flag") },
    ]);
    expect(eventsOf("launchdarkly/environment.update.json")[0]?.kind).toBe("config_changed");
  });

  it("chat: replies, bots, edits and HTML", () => {
    expect(eventsOf("teams/fictional-messages.json")).toMatchObject([
      { title: "Checkout answers with 502 & I am looking", actor: "Amara Osei" },
      { title: "me too", actor: "Tomas Berg" },
      { kind: "rollback_started", actor: "Deploy bot" },
    ]);
    expect(eventsOf("discord/fictional-channel.json")).toMatchObject([
      { actor: "Amara" },
      { kind: "alert_fired", title: "FIRING: Checkout errors above 2 %" },
      { body: expect.stringMatching(/errors\.png.*Edited/s) },
    ]);
    expect(eventsOf("mattermost/fictional-export.jsonl").map(({ actor }) => actor)).toEqual([
      "amara",
      "tomas",
      "tomas",
    ]);
  });

  it("AWS: an alarm's state, a deployment, a notice with its end, and a call with its user", () => {
    expect(eventsOf("aws/cloudwatch-alarm-sns-payload-single-metric.json")[0]).toMatchObject({
      at: "2015-06-03T17:43:27.123Z",
      kind: "alert_fired",
      title: "EXAMPLE: ALARM",
    });
    expect(eventsOf("aws/codedeploy-deployment-event.json")[0]).toMatchObject({ kind: "deploy_finished" });
    expect(eventsOf("aws/health-ecs-task-patching.json")[0]).toMatchObject({
      at: "2023-08-16T23:18:51.000Z",
      endAt: "2023-08-18T23:18:51.000Z",
      kind: "dependency_event",
    });
    expect(eventsOf("aws/cloudtrail-stratus-cloudtrail-stop.json")[0]).toMatchObject({
      title: expect.stringContaining("StopLogging (cloudtrail)"),
      kind: "infra_change",
    });
  });

  it("GitLab: the times of a timeline are to the minute, and two entries can share an id", () => {
    const events = eventsOf("gitlab/timeline-events-graphql-list.json");
    expect(events.map(({ precision }) => precision)).toEqual(["minute", "minute", "minute"]);
    expect(events.map(({ title }) => title)).toEqual(["Dummy event 1", "Dummy event 2", "Dummy event 3"]);
  });

  it("Sentry: what the webhook doesn't state stays unknown", () => {
    expect(eventsOf("sentry/issue-created-webhook.json")[0]).toMatchObject({ at: "2022-04-04T18:17:18.320Z" });
    expect(eventsOf("sentry/issue-resolved-webhook.json")[0]).toMatchObject({ at: null, kind: "alert_resolved" });
  });

  it("Datadog: a template isn't a delivery, and a filled one is an alert", () => {
    expect(parseFixture("datadog/monitor-webhook-template.json").rejects[0]?.reason).toMatch(/template/);
    const filled = {
      id: "7",
      title: "[Triggered] errors",
      body: "b",
      date: "1772633000000",
      alert_transition: "Triggered",
    };
    expect(parseSource(jsonInput(filled)).events).toMatchObject([
      { kind: "alert_fired", at: "2026-03-04T14:03:20.000Z" },
    ]);
    expect(parseSource(jsonInput({ ...filled, alert_transition: "Recovered" })).events[0]?.kind).toBe("alert_resolved");
  });

  it("follow-ups and action items of other tools are context, not events", () => {
    expect(parseFixture("incident_io/v2-follow_ups.json").context[0]?.text).toMatch(/^Follow-up: Cat is stuck/);
    expect(parseFixture("rootly/action_item.json").context[0]?.text).toMatch(/^Action item: /);
  });
});

describe("JSON of a tool without an importer", () => {
  it("is read record by record, and only the one without a time is rejected", () => {
    const { events, rejects, format } = parseFixture("json/fictional-bus.json");
    expect(format).toBe("json");
    expect(events).toMatchObject([
      { title: "Queue of payments grows", services: ["payments"], line: 1 },
      { title: "Queue is empty again", line: 2 },
    ]);
    expect(rejects).toMatchObject([{ line: 3, reason: "No field contains a time." }]);
  });

  it("is read entry by entry if a record has its own log", () => {
    const record = {
      title: "Outage",
      created: "2026-03-04T14:00:00Z",
      log: [{ at: "2026-03-04T14:01:00Z", text: "seen" }],
    };
    expect(parseSource(jsonInput([record])).events).toMatchObject([
      { title: "seen: Outage", at: "2026-03-04T14:01:00.000Z" },
    ]);
  });

  it("is one event for one delivery, however deep its text and time are", () => {
    const delivery = {
      hook: "x9",
      payload: { data: { what: { summary: "Disk full" }, when: { timestamp: 1772633000 } } },
    };
    expect(parseSource(jsonInput(delivery)).events).toMatchObject([
      { title: "Disk full", at: "2026-03-04T14:03:20.000Z" },
    ]);
  });

  it("is rejected if nothing in it is a time", () => {
    expect(parseSource(jsonInput({ colours: [{ name: "blue" }] }))).toMatchObject({ format: "unknown", events: [] });
  });
});
