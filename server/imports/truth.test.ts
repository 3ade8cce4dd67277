import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { NormalizedEvent } from "./importer.ts";
import { parseSource } from "./parse-source.ts";
import { fixture, fixturePaths } from "./testing/fixtures.ts";

interface Truth {
  zone: { stated: boolean; offset: string };
  events: { at: string; text: string; until?: string; precision?: string; actor?: string }[];
}

const ROOT = join(import.meta.dirname, "../../fixtures/imports");
const RECALL = 0.97;
const EXTRA = 0.03;

/** Events that an attentive reader counts in write-ups without a truth file; 0 where no timeline has a time. */
const COUNTS: Record<string, number> = {
  "notes/2i2c-2025-05-12-earthscope.md": 25,
  "notes/binder-2018-02-20-jupyterlab-announcement.md": 41,
  "notes/cloudgov-2018-01-11.md": 0,
  "notes/comdex-2022-12-16-patch.md": 0,
  "notes/dfds-PM2022-009-bad-eks-ami.md": 20,
  "notes/homebrew-2021-04-21.md": 0,
  "notes/jenkins-2021-05-29-aci-outage.md": 14,
  "notes/jenkins-2021-06-08-fastly.md": 6,
  "notes/k8s-test-infra-2019-03-26.md": 10,
  "notes/moj-2023-01-11-cluster-image-pull.md": 22,
  "notes/moj-2024-07-25-elasticsearch-logging.md": 18,
  "notes/optimism-2022-05-31-drop-1.md": 48,
  "notes/posthog-2025-10-21-feature-flags-recurring.md": 41,
  "notes/python-discord-2021-01-12-site-exhaustion.md": 0,
  "notes/rust-ci-2026-07-02-kernel-org.md": 13,
  "notes/zalando-2019-01-dns.md": 0,
};

const TRUTHS = fixturePaths("notes").filter((path) => path.endsWith(".truth.json"));

function readTruth(path: string): Truth {
  const truth: Truth = JSON.parse(readFileSync(join(ROOT, path), "utf8"));
  return truth;
}

function read(path: string): { truth: Truth; events: NormalizedEvent[] } {
  const truth = readTruth(path);
  const input = fixture(path.replace(".truth.json", ".md"));
  const { format, events } = parseSource(input, truth.zone.stated ? {} : { zone: truth.zone.offset });
  expect(format).toBe("notes");
  return { truth, events };
}

/** Truth events that found an event of their own at the same instant, and the events left over. */
function compare({ truth, events }: { truth: Truth; events: NormalizedEvent[] }) {
  const left = events.map((event) => (event.at === null ? null : Date.parse(event.at)));
  const missed = truth.events.filter((expected) => {
    const index = left.indexOf(Date.parse(expected.at));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { missed, extra: left.length };
}

describe("write-ups read by hand", () => {
  it("there are some", () => {
    expect(TRUTHS.length).toBeGreaterThanOrEqual(5);
  });

  it.each(TRUTHS)("%s: every event at its instant, none beside", (path) => {
    const { missed, extra } = compare(read(path));
    expect(missed).toEqual([]);
    expect(extra).toBe(0);
  });

  it.each(TRUTHS)("%s: words, ends and precision", (path) => {
    const { truth, events } = read(path);
    const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
    for (const [index, expected] of truth.events.entries()) {
      const event = events[index];
      const said = words(`${event?.title}`.replace(/…$/, "")).slice(0, 40);
      expect(words(expected.text.replace(/\]\([^)]*\)|\]\[[^\]]*\]/g, "]"))).toContain(said);
      if (expected.until) expect(event?.endAt).toBe(new Date(expected.until).toISOString());
      if (expected.precision) expect(event?.precision).toBe(expected.precision);
    }
  });

  it("reaches the goal over all of them", () => {
    const results = TRUTHS.map((path) => ({ ...compare(read(path)), total: readTruth(path).events.length }));
    const sum = (pick: (result: (typeof results)[number]) => number) =>
      results.reduce((all, one) => all + pick(one), 0);
    const total = sum((result) => result.total);
    expect(1 - sum((result) => result.missed.length) / total).toBeGreaterThanOrEqual(RECALL);
    expect(sum((result) => result.extra) / total).toBeLessThanOrEqual(EXTRA);
  });
});

describe("write-ups without a truth file", () => {
  it.each(Object.entries(COUNTS))("%s: %i events with words", (path, count) => {
    const { events, rejects } = parseSource(fixture(path));
    expect(events).toHaveLength(count);
    expect(rejects).toEqual([]);
    for (const event of events) {
      expect(event.title).toMatch(/\p{L}{2}/u);
      expect(event.title.length).toBeLessThanOrEqual(160);
    }
  });

  it("asks for the zone where the text states none", () => {
    const path = "notes/moj-2024-07-25-elasticsearch-logging.md";
    const open = parseSource(fixture(path)).events;
    expect(open.every((event) => event.at === null && event.ambiguity?.reason === "zone")).toBe(true);
    expect(open[0]?.ambiguity?.local).toBe("2024-07-25T12:10:00");
    expect(parseSource(fixture(path), { zone: "Europe/London" }).events[0]?.at).toBe("2024-07-25T11:10:00.000Z");
  });
});
