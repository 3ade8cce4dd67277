import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelsOf, severityOf } from "./labels.ts";

describe("labels", () => {
  it("of an alert are its own, before shared ones", () => {
    const delivery = {
      commonLabels: { severity: "warning", job: "mail" },
      alerts: [{ labels: { alertname: "A" } }, { labels: { alertname: "B", severity: "page" } }],
    };
    expect(labelsOf(delivery, 2)).toEqual({ alertname: "B", severity: "page", job: "mail" });
    expect(severityOf(labelsOf(delivery, 2))).toBe("page");
  });

  it.each([
    [{ tags: "env:prod,service:checkout", priority: "P2" }, { env: "prod", service: "checkout", priority: "P2" }, "P2"],
    [{ alert: { priority: "P1", tags: ["team:mail"] } }, { team: "mail", "alert.priority": "P1" }, "P1"],
    [
      { data: { event: { level: "error", tags: [["browser", "Firefox"]] } } },
      { browser: "Firefox", "data.event.level": "error" },
      "error",
    ],
    [
      { event: { data: { urgency: "high", service: { summary: "Mail" } } } },
      { "event.data.urgency": "high", "event.data.service.summary": "Mail" },
      "high",
    ],
    [{ deployment: { environment: "production" } }, { "deployment.environment": "production" }, null],
    [[{ a: "x" }, { a: "y" }], { a: "x" }, null],
    ["text", {}, null],
  ])("of %j", (json, labels, severity) => {
    expect(labelsOf(json, 1)).toMatchObject(labels);
    expect(severityOf(labelsOf(json, 1))).toBe(severity);
  });

  it("are few, short and storable, whatever arrives", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, entry) => {
        const labels = labelsOf(JSON.parse(text), entry);
        expect(Object.keys(labels).length).toBeLessThanOrEqual(80);
        for (const [name, value] of Object.entries(labels)) {
          expect(name.length).toBeLessThanOrEqual(100);
          expect(value.length).toBeLessThanOrEqual(200);
        }
      }),
    );
    expect(labelsOf({ a: "x\u0000y", __proto__: "z" }, 1)).toEqual({ a: "xy" });
    expect(Object.getPrototypeOf(labelsOf(JSON.parse('{"__proto__":"x","tags":"constructor:x"}'), 1))).toBe(
      Object.prototype,
    );
  });
});
