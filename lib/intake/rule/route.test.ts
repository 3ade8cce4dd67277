import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RoutedEvent, type RoutingRuleFacts, type RoutingWorld, routeEvent } from "./route.ts";
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
    [{ field: "kind", operator: "is", values: ["deploy_started"] }, false],
  ])("%j holds: %s", (condition, expected) => {
    expect(holds(condition, event())).toBe(expected);
  });

  it("reads as words", () => {
    expect(conditionWords({ field: "label", name: "team", operator: "is", values: ["mail"] })).toBe(
      "label team is mail",
    );
  });

  it("that is not there never fits, and no condition fits all", () => {
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
  ])("%s is %s", (template, title) => {
    expect(fillTitle(template, event(), "Acme Mail")).toBe(title);
  });

  it("is a line of at most 200 characters, whatever the template", () => {
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

  it("waits with the reason when nothing claims it", () => {
    expect(routeEvent(event(), world()).reason).toBe("No service named and no matching rule.");
    expect(routeEvent(event({ services: ["Billing"] }), world()).reason).toContain("no service called Billing");
    expect(routeEvent(event({ services: ["Acme Mail"] }), world())).toMatchObject({
      route: "waits",
      serviceId: "mail",
    });
  });

  it("goes where the first rule that is on and fits says", () => {
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

  it("that comes late joins the incident within whose time it lies", () => {
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
});
