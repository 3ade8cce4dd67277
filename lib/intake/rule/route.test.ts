import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type RoutedEvent,
  type RoutingIncident,
  type RoutingRuleFacts,
  type RoutingWorld,
  routeEvent,
} from "./route.ts";
import { conditionWords, fits, holds, type RuleCondition } from "./rule.ts";
import { fillTitle } from "./title-template.ts";

const event = (more: Partial<RoutedEvent> = {}): RoutedEvent => ({
  title: "QueueDepthHigh",
  body: "queue of mail-out-2 above 10,000",
  kind: "alert_fired",
  severity: "page",
  labels: { alertname: "QueueDepthHigh", team: "mail" },
  services: [],
  at: "2026-02-14T12:31:02Z",
  ...more,
});
const rule = (more: Partial<RoutingRuleFacts> = {}): RoutingRuleFacts => ({
  id: "r1",
  conditions: [{ field: "label", name: "team", operator: "is", values: ["mail"] }],
  outcome: "join",
  serviceId: "mail",
  opens: false,
  titleTemplate: "",
  severity: null,
  severityMap: {},
  enabled: true,
  ...more,
});
const world = (more: Partial<RoutingWorld> = {}): RoutingWorld => ({
  services: [
    { id: "mail", name: "Acme Mail" },
    { id: "search", name: "Acme Search" },
  ],
  defaultServiceId: null,
  rules: [],
  incidents: [],
  moment: "2026-02-14T12:40:00Z",
  ...more,
});
const open = { id: "i1", startedAt: "2026-02-14T12:00:00Z", resolvedAt: null, serviceIds: ["mail"] };
const over = { id: "i0", startedAt: "2026-02-14T12:30:00Z", resolvedAt: "2026-02-14T12:35:00Z", serviceIds: ["mail"] };

describe("a condition", () => {
  it.each<[RuleCondition, boolean]>([
    [{ field: "label", name: "team", operator: "is", values: ["MAIL"] }, true],
    [{ field: "label", name: "toString", operator: "contains", values: ["f"] }, false],
    [{ field: "severity", operator: "is_one_of", values: ["page", "critical"] }, true],
    [{ field: "text", operator: "contains", values: ["mail-out"] }, true],
    [{ field: "text", operator: "starts_with", values: ["queuedepth"] }, true],
    [{ field: "text", operator: "contains", values: [" "] }, false],
    [{ field: "text", operator: "starts_with", values: [" "] }, false],
    [{ field: "text", operator: "starts_with", values: ["mail-out"] }, false],
    [{ field: "text", operator: "contains", values: ["search-out"] }, false],
    [{ field: "text", operator: "is", values: ["queue"] }, false],
    [{ field: "kind", operator: "is", values: ["deploy_started"] }, false],
    [{ field: "kind", operator: "is", values: [" Alert_Fired "] }, true],
  ])("%j matches: %s", (condition, expected) => {
    expect(holds(condition, event())).toBe(expected);
  });

  it("reads as text", () => {
    expect(conditionWords({ field: "label", name: "team", operator: "is", values: ["mail"] })).toBe(
      "label team is mail",
    );
    expect(conditionWords({ field: "severity", operator: "is_one_of", values: ["page", "critical"] })).toBe(
      "severity is one of page, critical",
    );
  });

  it("never matches without its value, and a rule without conditions matches everything", () => {
    expect(fits([{ field: "severity", operator: "is", values: ["x"] }], event({ severity: null }))).toBe(false);
    expect(fits([], event())).toBe(true);
  });
});

describe("a title", () => {
  it.each([
    ["{alertname} on {service}", "QueueDepthHigh on Acme Mail"],
    ["{nothing}", "QueueDepthHigh"],
    ["{constructor} {severity}", "page"],
    ["", "QueueDepthHigh"],
    ["  {kind}:\n {title}  ", "alert fired: QueueDepthHigh"],
  ])("fills %s as “%s”", (template, title) => {
    expect(fillTitle(template, event(), "Acme Mail")).toBe(title);
  });

  it("is the event's own without braces to fill in, and has a default without one", () => {
    expect(fillTitle("", event({ title: "  Queue  " }), null)).toBe("Queue");
    expect(fillTitle("{service}", event({ title: " ", labels: {} }), null)).toBe("Untitled");
    expect(fillTitle("{service}{severity}", event({ severity: null, labels: { service: "mail" } }), null)).toBe("mail");
    expect(fillTitle(`${"a".repeat(199)} b`, event(), null)).toBe("a".repeat(199));
  });

  it("is one line of at most 200 characters, whatever the template", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (template, title) => {
        const filled = fillTitle(template, event({ title }), null);
        expect(filled.length).toBeGreaterThan(0);
        expect(filled.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe("an event", () => {
  it("joins the open incident of the service that it names, in any spelling", () => {
    const named = event({ labels: { service: "acme_mail" } });
    expect(routeEvent(named, world({ incidents: [open] }))).toMatchObject({ route: "joins", incidentId: "i1" });
  });

  it("waits, with the reason, when no incident matches", () => {
    expect(routeEvent(event(), world()).reason).toBe("No service and no matching rule.");
    expect(routeEvent(event({ services: ["Billing"] }), world()).reason).toContain("no service called Billing");
    expect(routeEvent(event({ services: ["Acme Mail"] }), world())).toMatchObject({
      route: "waits",
      serviceId: "mail",
    });
  });

  it("follows the first enabled rule that matches", () => {
    const rules = [
      rule({ id: "off", enabled: false, outcome: "ignore" }),
      rule({ id: "wait", outcome: "wait" }),
      rule(),
    ];
    expect(routeEvent(event(), world({ rules, incidents: [open] }))).toMatchObject({ route: "waits", ruleId: "wait" });
  });

  it("opens an incident where a rule says so and none is open", () => {
    const opens = rule({
      opens: true,
      titleTemplate: "{alertname} on {service}",
      severityMap: { Page: 2 },
      severity: 4,
    });
    expect(routeEvent(event(), world({ rules: [opens] }))).toMatchObject({
      route: "opens",
      title: "QueueDepthHigh on Acme Mail",
      severity: 2,
    });
    expect(routeEvent(event(), world({ rules: [opens], incidents: [open] })).route).toBe("joins");
  });

  it("that arrives late joins the incident that was open at its time", () => {
    const late = event({ services: ["Acme Mail"] });
    expect(routeEvent(late, world({ incidents: [over] }))).toMatchObject({ route: "joins", incidentId: "i0" });
    const after = event({ services: ["Acme Mail"], at: "2026-02-14T12:36:00Z" });
    expect(routeEvent(after, world({ incidents: [over] })).route).toBe("waits");
  });

  it("prefers the open incident that started last", () => {
    const later = { ...open, id: "i2", startedAt: "2026-02-14T12:20:00Z" };
    const { incidentId } = routeEvent(event({ services: ["Acme Mail"] }), world({ incidents: [open, later, over] }));
    expect(incidentId).toBe("i2");
  });

  it.each<[string, Partial<RoutingWorld>, Partial<RoutedEvent>, string]>([
    ["is ignored", { rules: [rule({ outcome: "ignore" })] }, {}, "Ignored by rule 1."],
    ["waits", { rules: [rule({ enabled: false }), rule({ outcome: "wait" })] }, {}, "Left unassigned by rule 2."],
    ["waits", { rules: [rule({ serviceId: null })] }, {}, "It matches rule 1, but names no service."],
    ["waits", { defaultServiceId: "gone" }, {}, "No service and no matching rule."],
    ["waits", {}, { services: ["Acme  Mail"] }, "No incident of Acme Mail is open."],
    ["joins", { incidents: [open] }, { services: ["Acme Mail"] }, "An incident of Acme Mail is open."],
    ["joins", { incidents: [open], rules: [rule()] }, {}, "Rule 1: an incident of Acme Mail is open."],
    ["joins", { incidents: [over] }, { services: ["Acme Mail"] }, "During an incident of Acme Mail."],
    ["opens", { rules: [rule({ opens: true })] }, {}, "Rule 1 opened it: none of Acme Mail was open."],
  ])("%s and gives the reason: %j", (route, more, facts, reason) => {
    expect(routeEvent(event(facts), world(more))).toMatchObject({
      route: route === "is ignored" ? "ignored" : route,
      reason,
    });
  });

  it("belongs to the first known service that it names, in its list before its labels, in any spelling", () => {
    const of = (more: Partial<RoutedEvent>) => routeEvent(event({ labels: {}, ...more }), world()).serviceId;
    expect(of({ services: ["Billing", " ACME-search "], labels: { service: "acme mail" } })).toBe("search");
    expect(of({ services: ["acmemail"] })).toBeNull();
    expect(of({ labels: { app: "Acme Mail", job: "Acme Search" } })).toBe("mail");
  });

  it("names an unknown service in at most 80 characters", () => {
    const { reason } = routeEvent(event({ services: ["x".repeat(200)] }), world());
    expect(reason).toBe(`There is no service called ${"x".repeat(80)}, and no rule matches.`);
    expect(routeEvent(event({ labels: { job: "cron" } }), world()).reason).toContain("no service called cron");
  });

  it("joins an incident from its start until just before its end", () => {
    const at = (moment: string, incident: RoutingIncident = over) =>
      routeEvent(event({ services: ["Acme Mail"], at: null }), world({ incidents: [incident], moment })).route;
    expect(at(over.startedAt)).toBe("joins");
    expect(at(over.resolvedAt)).toBe("waits");
    expect(at(open.startedAt, { ...open, serviceIds: ["search"] })).toBe("waits");
  });

  it("has the severity that the rule maps its value to, otherwise the rule's, otherwise 3", () => {
    const opens = (more: Partial<RoutingRuleFacts>, severity: string | null) =>
      routeEvent(event({ severity }), world({ rules: [rule({ opens: true, ...more })] })).severity;
    expect(opens({ severityMap: { " Page ": 1 }, severity: 4 }, " PAGE")).toBe(1);
    expect(opens({ severityMap: { page: 1 }, severity: 4 }, null)).toBe(4);
    expect(opens({}, "page")).toBe(3);
  });
});
