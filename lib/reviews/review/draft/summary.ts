import { asQuotation, asSentence, listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { localClock } from "#lib/base/time/instant-words.ts";
import { INCIDENT_KIND_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { type Inline, sentences } from "./inline.ts";
import type { Story } from "./story.ts";

/** A title can be any text, so it is in quotation marks. */
function opening({ facts: { incident }, firstDay, withoutNames }: Story): Inline[] {
  const [was, on] = firstDay === null ? ["is", ""] : ["was", ` on ${firstDay}`];
  const what =
    incident.kind === "incident"
      ? `SEV${incident.highestSeverity} incident`
      : INCIDENT_KIND_WORDS[incident.kind].toLowerCase();
  return [`${asQuotation(withoutNames(incident.title))} ${was} a ${what}${on}.`];
}

/**
 * "Customers of X were affected from … until …, 1 h 6 m in all". Empty for a drill, and while the start isn't known.
 */
export function affected(story: Story): Inline[] {
  const { facts } = story;
  if (facts.incident.kind === "near_miss") return ["No customer was affected."];
  if (facts.incident.kind !== "incident") return [];
  const started = story.moment("impact_started");
  if (!started) return [];
  const of = facts.services.length === 0 ? "" : ` of ${listWords(facts.services.map(({ name }) => name))}`;
  const local = localClock(started.at, facts.incident.timeZone);
  const localWords = local === null ? "" : ` (${local} in ${facts.incident.timeZone})`;
  const begin: Inline[] = [`Customers${of} were affected from ${started.since}${localWords}`, ...started.cite];
  const resolved = story.moment("resolved");
  const total = story.span("timeToResolve");
  if (!resolved || total === null) return [...begin, "."];
  return [...begin, ` until the service was fully normal ${resolved.when}`, ...resolved.cite, `, ${total} in all.`];
}

/** ", 3 m after the impact started" for the detection, or how long before customers were affected. Empty if unknown. */
export function sinceImpact(story: Story): string {
  const lag = story.span("timeToDetect");
  if (lag !== null) return `, ${lag} after the impact started`;
  const lead = story.facts.metrics.warnings.find(({ kind }) => kind === "lead");
  return lead ? `, ${formatDuration(lead.seconds)} before customers were affected` : "";
}

/** When it was first seen and by whom, and how long after the impact started. */
export function firstSeen(story: Story): Inline[] {
  const detected = story.moment("detected");
  if (!detected) return [];
  const { customerDetected } = story.facts.metrics;
  const by = customerDetected === null ? "" : customerDetected ? " through a customer report" : " by our own signals";
  return [`It was first seen ${detected.when}${by}`, ...detected.cite, `${sinceImpact(story)}.`];
}

function mitigated(story: Story): Inline[] {
  const moment = story.moment("mitigated");
  if (!moment) return [];
  const after = story.span("timeToMitigate");
  return [
    `The impact was mitigated ${moment.when}`,
    ...moment.cite,
    after === null ? "." : `, ${after} after it started.`,
  ];
}

function ending({ facts: { incident, milestones } }: Story): Inline[] {
  const isOpen = incident.status === "open" && incident.stateGiven !== false && milestones.resolved === undefined;
  return isOpen ? ["The incident is still open."] : [];
}

/** Accepted paragraphs of imported files, each as its own paragraph. */
export const foundParagraphs = (story: Story, texts: readonly string[]): DocumentNode[] =>
  texts.flatMap((text) => text.split(/\n{2,}/)).flatMap((part) => sentences([[asSentence(story.withoutNames(part))]]));

/**
 * The summary of a file, otherwise three to five sentences: what customers experienced, when, how long, and how it
 * ended.
 */
export function writeSummary(story: Story): DocumentNode[] {
  const found = foundParagraphs(story, story.facts.found.summary);
  if (found.length > 0) return found;
  const impact = asSentence(story.withoutNames(story.facts.incident.impactText));
  return sentences([opening(story), affected(story), [impact], firstSeen(story), mitigated(story), ending(story)]);
}
