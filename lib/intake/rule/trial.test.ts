import { describe, expect, it } from "vitest";
import type { RoutedEvent, RoutingRuleFacts } from "./route.ts";
import { type TrialWorld, tryRule, withTried } from "./trial.ts";

const rule = (id: string, more: Partial<RoutingRuleFacts> = {}): RoutingRuleFacts => ({
  id,
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
const event = (team = "mail"): RoutedEvent => ({
  ...{ title: "QueueDepthHigh", body: "", kind: "alert_fired", severity: null, labels: { team } },
  ...{ services: [], at: null },
});
const delivery = (id: string, receivedAt: string, events = [event()]) => ({ id, receivedAt, events });
const world = (more: Partial<TrialWorld> = {}): TrialWorld => ({
  services: [{ id: "mail", name: "Acme Mail" }],
  ...{ defaultServiceId: null, incidents: [], rules: [], ...more },
});

describe("a tried rule", () => {
  it("replaces the rule that it edits, otherwise comes last", () => {
    const [one, two] = [rule("one"), rule("two")];
    const edited = rule("one", { outcome: "ignore" });
    expect(withTried([one, two], edited)).toEqual([edited, two]);
    expect(withTried([one, two], rule("new"))).toEqual([one, two, rule("new")]);
  });

  it("reports for each delivery with an event whether it matches, and what would have happened", () => {
    const deliveries = [
      delivery("a", "2026-02-14T12:00:00Z"),
      delivery("b", "2026-02-14T12:01:00Z", [event("search")]),
      delivery("empty", "2026-02-14T12:02:00Z", []),
    ];
    const tried = tryRule(deliveries, rule("new", { outcome: "ignore" }), world());
    expect(tried.map(({ deliveryId, fits, would }) => [deliveryId, fits, would.route])).toEqual([
      ["a", true, "ignored"],
      ["b", false, "waits"],
    ]);
  });

  it("opens one incident, which events within four hours join", () => {
    const at = ["12:00:00", "15:59:59", "16:00:00", "16:00:01"];
    const deliveries = at.map((time) => delivery(time, `2026-02-14T${time}Z`));
    const tried = tryRule(deliveries, rule("new", { opens: true }), world());
    expect(tried.map(({ would }) => would.route)).toEqual(["opens", "joins", "opens", "joins"]);
  });

  it("joins what was open then, and doesn't change its input", () => {
    const open = { id: "i1", startedAt: "2026-02-14T11:00:00Z", resolvedAt: null, serviceIds: ["mail"] };
    const incidents = [open];
    const [tried] = tryRule(
      [delivery("a", "2026-02-14T12:00:00Z")],
      rule("new", { opens: true }),
      world({ incidents }),
    );
    expect(tried?.would).toMatchObject({ route: "joins", incidentId: "i1" });
    expect(incidents).toEqual([open]);
  });
});
