// npm run learn:milestones FOLDER…: learns the weights of milestones from labelled write-ups and from the stories of the tests.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseSource } from "#importers/open/parse-source.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { WEIGHED } from "#lib/incidents/timeline/milestones/suggest/chance/candidates.ts";
import { type Lesson, learn } from "#lib/incidents/timeline/milestones/suggest/chance/learn.ts";
import { marksOf } from "#lib/incidents/timeline/milestones/suggest/chance/marks.ts";
import { candidatesFor } from "#lib/incidents/timeline/milestones/suggest/chance/weigh.ts";
import { findByRules } from "#lib/incidents/timeline/milestones/suggest/rules/by-rules.ts";
import { readStates, STORIES_TOLD } from "#lib/incidents/timeline/milestones/suggest/testing/stories-told.ts";
import { eventsOf } from "#lib/incidents/timeline/milestones/suggest/testing/told-lines.ts";
import type { SuggestibleEvent } from "#lib/incidents/timeline/milestones/suggest/told/told-event.ts";
import { type Labels, readLabels } from "./labels.ts";

const MINUTE = 16;
const LEAST = 2;
const HUNDREDTHS = 100;

/** A story with the instants that are right for each milestone; of several incidents in one text any of theirs. */
interface Labelled {
  events: SuggestibleEvent[];
  right: (name: MilestoneName) => readonly string[];
  /** How much it counts among the lessons. */
  counts?: number | undefined;
}

function labelled(folder: string): Labelled[] {
  const place = join(folder, "labels");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return readdirSync(place)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const { incidents, source, zoneStated, answer }: Partial<Labels> & { answer?: string } = readLabels(
        join(place, file),
      );
      const path = files.find((one) => basename(one) === source && !one.startsWith("labels"));
      if (!incidents || !source || path === undefined) return [];
      const options = { ...(zoneStated ? {} : { zone: "UTC" }), ...(answer ? { date: answer } : {}) };
      const { events } = parseSource({ filename: source, bytes: readFileSync(join(folder, path)) }, options);
      return {
        events: events.map((event, at) => ({ ...event, id: String(at) })),
        right: (name) => incidents.flatMap((one) => one[name].flatMap((instant) => instant?.slice(0, MINUTE) ?? [])),
      };
    });
}

/** What is invented is told more plainly than what people write. */
const INVENTED = 0.3;

const invented: Labelled[] = STORIES_TOLD.map(({ lines, states }) => {
  const stated = readStates(states);
  return {
    events: eventsOf(lines.split("\n")),
    right: (name) => (stated.get(name) ?? []).map((instant) => instant.slice(0, MINUTE)),
    counts: INVENTED,
  };
});

const nothingSaid = { milestones: {}, isSettled: () => false, isRefused: () => false };
const lessons = new Map<MilestoneName, Lesson[]>(WEIGHED.map((name) => [name, []]));
const stories = [...process.argv.slice(2).flatMap(labelled), ...invented];
for (const { events, right, counts } of stories) {
  const story = findByRules(events, nothingSaid);
  const marks = marksOf(story, {});
  for (const name of WEIGHED) {
    const instants = right(name);
    for (const { event, marks: own } of candidatesFor(name, story, marks))
      lessons.get(name)?.push({ marks: own, isRight: instants.includes(event.at.slice(0, MINUTE)), counts });
  }
}
const columns = WEIGHED.map((name) => learn(lessons.get(name) ?? []));
const marks = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort();
const rows = marks
  .map((mark) => ({ mark, numbers: columns.map((column) => Math.round((column.get(mark) ?? 0) * HUNDREDTHS)) }))
  .filter(({ numbers }) => numbers.some((one) => Math.abs(one) >= LEAST));
const table = rows.map(({ mark, numbers }) => `${mark} | ${numbers.join(" ")}`).join("\n");
writeFileSync(
  join(import.meta.dirname, "../../../lib/incidents/timeline/milestones/suggest/chance/weights.ts"),
  `/** Learned by \`npm run learn:milestones\`, not written: for each mark its weights in hundredths, a column for each of
 * ${WEIGHED.join(", ")}. */
export const WEIGHTS = \`
${table}
\`;
`,
);
console.log(`${stories.length} stories, ${[...lessons.values()].flat().length} candidates, ${rows.length} marks`);
