import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { HOOK_SOURCES } from "#lib/intake/integration/hook-sources.ts";
import { hookRules } from "#server/intake/webhook/index.ts";
import { readDelivery, readDeliveryInPieces } from "./read-delivery.ts";

const receivedAt = new Date("2026-03-04T15:00:00Z");
const read = (source: string, body: string | object, contentType = "application/json") =>
  readDelivery({
    source,
    importers: hookRules(source)?.importers ?? [],
    contentType,
    receivedAt,
    body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
  });
const fixture = (path: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/imports", path), "utf8");

it.each([
  ["grafana", "grafana/fictional-unified.json", "grafana"],
  ["alertmanager", "grafana/fictional-unified.json", "grafana"],
  ["launchdarkly", "launchdarkly/flag.toggle.json", "launchdarkly"],
  ["aws", "aws/cloudwatch-alarm-sns-payload-single-metric.json", "aws"],
  ["deploy", "deploy/fictional-deploys.json", "deploy"],
  ["generic", "launchdarkly/flag.toggle.json", "launchdarkly"],
])("%s reads %s as %s", (source, path, format) => {
  const { facts, rejected } = read(source, fixture(path));
  expect(rejected).toEqual([]);
  expect(facts.length).toBeGreaterThan(0);
  expect(new Set(facts.map((fact) => fact.format))).toEqual(new Set([format]));
});

it("uses the time of receipt if a tool states no time", () => {
  const { facts } = read("deploy", { service: "checkout", version: "1", status: "finished" });
  expect(facts[0]?.event).toMatchObject({ at: receivedAt.toISOString(), precision: "approx", uncertaintySeconds: 60 });
});

it("names what only a file import accepts, and nothing otherwise", () => {
  const story = (more: string) => `# Queue outage 2026-03-04\n\n## Timeline\n\n- 14:00 UTC queue full\n${more}`;
  const actions = "\n## Action items\n\n- Add an alert on the queue\n- Renew the certificate\n";
  const told = (text: string) => read("generic", text, "text/markdown");
  const both = told(story(`${actions}\n## Contributing factors\n\n- No alert existed\n`));
  expect(both.facts).toHaveLength(1);
  expect(both.leftOut).toEqual([
    "Deliveries don't create these: 2 action items, 1 contributing factor. To use them, import the text as a file.",
  ]);
  expect(told(story("")).leftOut).toEqual([]);
  expect(read("grafana", fixture("grafana/fictional-unified.json")).leftOut).toEqual([]);
});

it("opens forms and Slack's envelope", () => {
  const said = {
    ref: "refs/heads/main",
    deployment: { id: 1, ref: "v1", environment: "production", created_at: "2026-03-04T14:00:00Z" },
    repository: { full_name: "acme/x" },
    action: "created",
  };
  const form = `payload=${encodeURIComponent(JSON.stringify(said))}`;
  expect(read("github", form, "application/x-www-form-urlencoded").facts).toHaveLength(1);
  const message = { type: "message", channel: "C1", user: "U1", text: "rolled back to 117", ts: "1772633000.000100" };
  const { facts } = read("slack", { type: "event_callback", event: message });
  expect(facts[0]).toMatchObject({
    format: "slack",
    event: { title: "rolled back to 117", at: "2026-03-04T14:03:20.000Z" },
  });
});

it("rejects what it can't read, and never throws", () => {
  expect(read("alertmanager", "{").rejected).toHaveLength(1);
  expect(read("github", "").facts).toEqual([]);
  fc.assert(
    fc.property(
      fc.constantFrom(...HOOK_SOURCES.map(({ name }) => name)),
      fc.oneof(fc.json(), fc.string()),
      (source, body) => {
        const { facts, rejected, context } = read(source, body);
        expect(facts.length + rejected.length + context.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});

it("gives each alert of a delivery its own labels, before shared ones", () => {
  const alert = (name: string) => ({
    status: "firing",
    labels: { alertname: name },
    annotations: {},
    startsAt: "2026-03-04T14:00:00Z",
    endsAt: "0001-01-01T00:00:00Z",
    fingerprint: name,
  });
  const shared = {
    version: "4",
    status: "firing",
    receiver: "r",
    groupLabels: {},
    commonAnnotations: {},
    externalURL: "",
  };
  const body = { ...shared, commonLabels: { severity: "page" }, alerts: [alert("QueueAge"), alert("DiskFull")] };
  expect(read("alertmanager", body).facts.map(({ labels }) => labels)).toEqual([
    { alertname: "QueueAge", severity: "page" },
    { alertname: "DiskFull", severity: "page" },
  ]);
});

it("returns from a worker complete, in pieces", () => {
  const entries = Array.from({ length: 450 }, (_, n) => ({ title: `Entry ${n}`, at: "2026-03-04T14:00:00Z" }));
  const given = { source: "generic", importers: [], contentType: "application/json", receivedAt };
  const body = new TextEncoder().encode(JSON.stringify(entries));
  const whole = readDelivery({ ...given, body });
  const pieces = [...readDeliveryInPieces({ ...given, body })];
  expect(whole.facts.length).toBe(450);
  expect(pieces.map(({ facts }) => facts.length)).toEqual([200, 200, 50]);
  expect(pieces.flatMap(({ facts }) => facts)).toEqual(whole.facts);
});
