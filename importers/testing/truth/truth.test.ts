import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { NormalizedEvent } from "#importers/base/importer.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { readActions } from "#importers/write-up/read-actions.ts";
import { fixture, fixturePaths } from "../fixtures.ts";
import { compareActions, compareEvents, compareMilestones } from "./compare.ts";
import type { Truth } from "./truth.ts";

const ROOT = join(import.meta.dirname, "../../../fixtures/imports");

/** Events that a person counted in write-ups without a truth file. 0 if no timeline contains a time. */
const COUNTS: Record<string, number> = {
  "notes/2i2c-2025-05-12-earthscope.md": 25,
  "notes/binder-2018-02-20-jupyterlab-announcement.md": 41,
  "notes/cloudgov-2018-01-11.md": 1,
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
  "notes/python-discord-2021-01-12-site-exhaustion.md": 2,
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

describe("write-ups read by a person", () => {
  it("there are some", () => {
    expect(TRUTHS.length).toBeGreaterThanOrEqual(5);
  });

  it.each(TRUTHS)("%s: every event at its instant, and no others", (path) => {
    const { truth, events } = read(path);
    const { missed, extra } = compareEvents({ events }, truth);
    expect(missed).toEqual([]);
    expect(extra).toEqual([]);
  });

  it.each(TRUTHS)("%s: no milestone that the text doesn't state", (path) => {
    const { truth, events } = read(path);
    expect(compareMilestones({ events }, truth).invented).toEqual([]);
  });

  it.each(TRUTHS)("%s: its action items", (path) => {
    const { truth } = read(path);
    const text = readFileSync(join(ROOT, path.replace(".truth.json", ".md")), "utf8");
    const { expected, found } = compareActions(readActions(text), truth);
    expect(found).toBe(expected);
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

  it("asks for the time zone if the text states none", () => {
    const path = "notes/moj-2024-07-25-elasticsearch-logging.md";
    const open = parseSource(fixture(path)).events;
    expect(open.every((event) => event.at === null && event.ambiguity?.reason === "zone")).toBe(true);
    expect(open[0]?.ambiguity?.local).toBe("2024-07-25T12:10:00");
    expect(parseSource(fixture(path), { zone: "Europe/London" }).events[0]?.at).toBe("2024-07-25T11:10:00.000Z");
  });
});

describe("an instant that a person wrote down", () => {
  const AT = "2026-03-06T09:52:10";
  const score = (found: string, expected: string) => {
    const [first] = parseSource({
      filename: "a.txt",
      bytes: new TextEncoder().encode("2026-03-06T09:00:00Z It fell\n"),
    }).events;
    if (!first) throw new Error("No event was read.");
    return compareEvents({ events: [{ ...first, at: found }] }, {
      source: "a.txt",
      events: [{ at: expected, text: "It fell" }],
      milestones: {},
      actionItems: [],
    } as unknown as Truth);
  };
  it.each([
    [`${AT}.000Z`, `${AT}Z`, 1],
    [`${AT}.999Z`, `${AT}Z`, 1],
    [`${AT}.250Z`, `${AT}.250Z`, 1],
    [`${AT}.250Z`, "2026-03-06T10:52:10+01:00", 1],
    [`${AT}.250Z`, `${AT}.251Z`, 0],
    [`${AT}.000Z`, `${AT}.001Z`, 0],
    ["2026-03-06T09:52:11.000Z", `${AT}Z`, 0],
    ["2026-03-06T09:52:09.999Z", `${AT}Z`, 0],
  ])("is found in whole seconds only if it has no decimals: %s for %s", (found, expected, count) => {
    expect(score(found, expected)).toMatchObject({ found: count, wrongInstant: 1 - count });
  });
});
