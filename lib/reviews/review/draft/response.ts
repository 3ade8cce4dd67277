import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { bulletList, type Inline, paragraph, sentences } from "./inline.ts";
import { listEvents, type Story } from "./story.ts";

/** Steps of a response, each with the heading of its list. */
const STEPS: readonly (readonly [EventKind, string])[] = [
  ["severity_changed", "severity changes"],
  ["escalated", "escalations"],
  ["handoff", "hand-offs"],
  ["hypothesis", "hypotheses"],
  ["hypothesis_rejected", "hypotheses"],
  ["decision", "decisions"],
];

function declared(story: Story): Inline[] {
  const moment = story.moment("declared");
  const lag = story.span("timeToDeclare");
  if (!moment) return [];
  return [`The incident was declared ${moment.when}`, ...moment.cite, lag === null ? "." : `, ${lag} after detection.`];
}

function commander(story: Story): Inline[] {
  const moment = story.moment("commander_assigned");
  const lag = story.span("timeToCommander");
  if (!moment) return [];
  const after = lag === null ? "" : `, ${lag} after it was declared`;
  return [`An incident commander was named ${moment.when}`, ...moment.cite, `${after}.`];
}

function joined(story: Story): Inline[] {
  const events = story.visible.filter(({ kind }) => kind === "joined");
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return [];
  const [from, to] = [story.when(first), story.when(last)];
  const number = countWords(events.length, "person", "people");
  const between =
    from === null || to === null ? "" : from === to ? ` ${from}` : `, the first ${from} and the last ${to}`;
  return [`${number} joined the response${between}.`];
}

/** When it was declared, when a commander was named, and how many people joined. */
export const writeResponders = (story: Story): DocumentNode[] =>
  sentences([declared(story), commander(story), joined(story)]);

/** The hypotheses, decisions and handovers in their order. */
export function writeResponseSteps(story: Story): DocumentNode[] {
  const steps = listEvents(
    story,
    STEPS.map(([kind]) => kind),
  );
  if (steps.length === 0) return [];
  const shown = STEPS.flatMap(([one, words]) => (story.shown.some(({ kind }) => kind === one) ? words : []));
  const lead = listWords([...new Set(shown)]);
  return [paragraph([`${lead.charAt(0).toUpperCase()}${lead.slice(1)}:`]), bulletList(steps)];
}
