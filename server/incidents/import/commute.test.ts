import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { projectRoot } from "#server/base/process/project-root.ts";
import { memberDesk } from "#server/testing/member-desk.ts";
import { createImport } from "./index.ts";

const my = memberDesk();

const FILES = [
  "alertmanager/fictional-firing.json",
  "alertmanager/fictional-resolved.json",
  "pagerduty/fictional-log-entries.json",
  "statuspage/fictional-webhook-incident.json",
  "notes/binder-2018-01-18-reddit-hug.md",
  "notes/cloudgov-2018-01-11.md",
  "csv/sigma_events.csv",
] as const;
/** Times without a time zone wait for an answer, so their events have none yet. */
const UNTIMED = "Timeline\n\n2018-01-18 14:05 - Load rises\n2018-01-18 14:20 - The hub is restarted\n";
const contents = new Map<string, string>([
  ...FILES.map(
    (path) => [path, readFileSync(join(projectRoot(), "fixtures/imports", path)).toString("base64")] as const,
  ),
  ["untimed.txt", Buffer.from(UNTIMED).toString("base64")],
]);
const PATHS = [...contents.keys()];

/** Returns the story after imports in an order, without the times of writing. */
async function storyOf(paths: readonly string[]) {
  const key = await my.desk.newIncident();
  for (const path of paths) {
    const content = contents.get(path) ?? "";
    await createImport(my.desk.as(my.member), { key, filename: path, content, encoding: "base64" });
  }
  return (await my.desk.story(key)).map(({ at, endAt, precision, kind, title, body, source, ambiguity }) => ({
    at,
    endAt,
    precision,
    kind,
    title,
    body,
    from: `${source.type} ${source.line}`,
    ambiguity,
  }));
}

it("gives the same story in any order of the sources", async () => {
  const reference = await storyOf(PATHS);
  expect(reference.length).toBeGreaterThan(40);
  expect(reference.some(({ at }) => at === null)).toBe(true);
  const orders = fc.shuffledSubarray(PATHS, { minLength: PATHS.length });
  await fc.assert(
    fc.asyncProperty(orders, async (paths) => {
      expect(await storyOf(paths)).toEqual(reference);
    }),
    { numRuns: 5 },
  );
}, 120_000);
