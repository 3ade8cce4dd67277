import { expect, it } from "vitest";
import type { RoutingRule } from "#lib/contract/rule.ts";
import { ruleWords } from "./rule-words.ts";

const rule: RoutingRule = {
  id: "0199f3a0-0000-7000-8000-000000000001",
  position: 1,
  conditions: [
    { field: "label", name: "team", operator: "is", values: ["mail"] },
    { field: "severity", operator: "is_one_of", values: ["page", "critical"] },
  ],
  outcome: "join",
  serviceId: null,
  service: null,
  opens: false,
  titleTemplate: "",
  severity: null,
  severityMap: {},
  enabled: true,
  updatedAt: "2026-01-01T00:00:00Z",
  updatedBy: null,
  version: 1,
};

it.each([
  [
    {},
    "When label team is mail and severity is one of page, critical, the event joins the open incident of its own service.",
  ],
  [{ conditions: [], outcome: "ignore" as const }, "Every event is ignored."],
  [
    { conditions: [], outcome: "wait" as const, service: { id: rule.id, name: "Acme Mail" } },
    "Every event stays unassigned for Acme Mail.",
  ],
  [
    { conditions: [], opens: true, titleTemplate: "{alertname}", severity: 2 as const },
    "Every event joins the open incident of its own service. If none is open, one is opened as SEV2 called “{alertname}”.",
  ],
])("describes a rule with %j", (change, words) => expect(ruleWords({ ...rule, ...change })).toBe(words));
