import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { draftProse } from "#lib/reviews/review/draft/draft.ts";
import { plainText } from "#lib/reviews/review/plain-text.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { exportReview } from "#server/reviews/export/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { gatherFacts } from "./gather-facts.ts";
import { generateReview } from "./index.ts";
import { TEN_STORIES, type ToldStory } from "./testing/ten-stories.ts";

interface Told {
  prose: string;
  markdown: string;
}

let database: TestDatabase;
let member: UserActor;
const told = new Map<string, Told>();
const ctx = () => makeContext(database.prisma, member);
const nameOf = ({ name }: ToldStory, all: boolean) => `${name}, ${all ? "all" : "nothing"} accepted`;

async function tell(story: ToldStory, all: boolean): Promise<Told> {
  const { title, severity, kind = "incident" } = story;
  const fields = { kind, resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
  const { key, id } = await createIncident(ctx(), { ...fields, serviceIds: [], title, severity });
  await createImport(ctx(), { key, filename: "notes.md", content: story.content });
  const accept = all ? { accept: { milestones: true as const, findings: true as const } } : {};
  const review = await generateReview(ctx(), { key, template: "major", ...accept }, findingRecords);
  const prose = draftProse(review.templateSections, await gatherFacts(ctx(), id));
  return {
    prose: [...prose.values()].map((nodes) => plainText(nodes)).join("\n\n"),
    markdown: await (await exportReview(ctx(), { key: review.key, format: "markdown" })).text(),
  };
}

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "facilitator");
  for (const story of TEN_STORIES)
    for (const all of [false, true]) told.set(nameOf(story, all), await tell(story, all));
}, 180_000);
afterAll(() => database.close());

/** Quoted text isn't checked. */
const unquoted = (text: string) => text.replace(/“[^”]*”/gs, "“x”");
const EVERY = TEN_STORIES.flatMap((story) => [nameOf(story, false), nameOf(story, true)]);

describe.each(EVERY)("%s", (name) => {
  it("has no gap in a sentence", () => {
    expect(unquoted(told.get(name)?.prose ?? "")).not.toMatch(
      /nobody|not known|unknown|undefined|null|“”|\(\)|\b0 s\b| {2}|(?<=\w) [.,;]|[.,;:] ?[,;:]|: -/i,
    );
  });

  it("has sentences that start with a capital and end with a mark", () => {
    const lines = (told.get(name)?.prose ?? "").split("\n").filter((line) => line !== "");
    for (const line of lines) expect(line).toMatch(/^(?:- )?[\p{Lu}\d“].*[.:”!?…]$/u);
  });

  it("exports no placeholder, code word or bare heading", () => {
    const { markdown = "" } = told.get(name) ?? {};
    expect(markdown).not.toMatch(/nobody yet|\| - \||an end that|: not stated|none yet|nothing yet|not held yet/);
    expect(markdown).not.toMatch(
      /^- (?:latent|outage|degraded|restored)\b|to not resolved|^No (?:roles|action|strat)/m,
    );
    expect(markdown).not.toMatch(/^## [^\n]*\n+(?:## |$(?![\s\S]))/m);
    expect(markdown.split("| unknown |")).toHaveLength(1);
  });

  it("cites only events that the export lists", () => {
    const { markdown = "" } = told.get(name) ?? {};
    const cited = [...markdown.matchAll(/\(E(\d+)\)/g)].map(([, number]) => number);
    const listed = new Set([...markdown.matchAll(/\| E(\d+) \|$/gm)].map(([, number]) => number));
    expect(cited.filter((number) => !listed.has(number ?? ""))).toEqual([]);
  });
});

it.each<[string, RegExp]>([
  ["late mail, nothing accepted", /^“Thu: Mail: logged” was a SEV2 incident on Fri 3 May 2024\./],
  ["late mail, all accepted", /^Mail was late for two hours\./],
  [
    "late mail, all accepted",
    /The trigger was “Deploy of relay 41 finished” at 08:05 UTC, 9 m before the impact started\./,
  ],
  ["late mail, all accepted", /Severe impact ended at 09:16 UTC/],
  ["late mail, all accepted", /2 public updates went out, 45 m apart\./],
  [
    "late mail, all accepted",
    /^The first signal was “Alert: QueueAge over 10 min” at 08:22 UTC, 8 m after the impact started\.$/m,
  ],
  ["no timeline, all accepted", /^“The VPN was down” is a SEV3 incident\.$/],
  [
    "near miss, all accepted",
    /^“Backups stopped for a week” was a near miss on Sat 1 Jun 2024\. No customer was affected\./,
  ],
  ["still open, all accepted", /The first signal was a customer report at 09:00 UTC, “customers report slow search”\./],
  ["privileges, all accepted", /The impact was mitigated at 18:39 UTC\./],
  ["workshop, all accepted", /The incident was acknowledged at 17:57 UTC, 42 m after detection\./],
  ["workshop, all accepted", /^Decisions:$/m],
])("the draft of %s says %s", (name, words) => {
  expect(told.get(name)?.prose).toMatch(words);
});

it.each<[string, RegExp]>([
  ["wrong order, all accepted", /Steps taken|mitigated at/],
  ["late mail, all accepted", /It was first seen|first signal\./],
  ["logging, nothing accepted", /earliest signal/],
  ["workshop, all accepted", /The page was|Hypotheses/],
  ["still open, nothing accepted", /still open|own signals/],
  ["near miss, all accepted", /[Cc]ustomers were affected/],
])("the draft of %s never says %s", (name, words) => {
  expect(told.get(name)?.prose).not.toMatch(words);
});
