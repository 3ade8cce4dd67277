import { countWords } from "#lib/base/text/sentence.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { bulletList, type Inline, paragraph, sentences } from "../inline.ts";
import { listEvents, type Story } from "./story.ts";

const STEPS = ["severity_changed", "escalated", "handoff", "hypothesis", "hypothesis_rejected", "decision"] as const;

function declared(story: Story): Inline[] {
  const moment = story.moment("declared");
  const lag = story.span("timeToDeclare");
  if (!moment) return [];
  return [
    `The incident was declared ${moment.when}`,
    ...moment.cite,
    lag === null ? "." : `, ${lag} after the first signal.`,
  ];
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

/** Who joined when, and the hypotheses, decisions and hand-offs in their order. */
export function writeResponse(story: Story): DocumentNode[] {
  const steps = listEvents(story, STEPS);
  return [
    ...sentences([declared(story), commander(story), joined(story)]),
    ...(steps.length > 0 ? [paragraph(["Hypotheses, decisions and hand-offs:"]), bulletList(steps)] : []),
  ];
}
