import { asSentence, listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { HOUR_MS, MINUTE_MS } from "#lib/base/time/spans.ts";
import { groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { TemplateFact } from "#lib/base/vocabulary/template.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { HEADER, type TemplateSection } from "#lib/reviews/template/template.ts";
import { writeCommunication } from "./communication.ts";
import { writeFirstSignal, writePaging } from "./detection.ts";
import { writeBacklog, writeRecurrence } from "./earlier.ts";
import type { ReviewFacts } from "./facts.ts";
import { writeImpactFromFiles, writeImpactLength, writeImpactWindows } from "./impact.ts";
import { bulletList, paragraph } from "./inline.ts";
import { writeMitigationSteps, writeMitigationTimes } from "./mitigation.ts";
import { writeResponders, writeResponseSteps } from "./response.ts";
import { listEvents, type Story, tellStory } from "./story.ts";
import { writeSummary } from "./summary.ts";

const LOOK_BACK_MS = 2 * HOUR_MS;

/**
 * The change that was marked as the trigger, otherwise the last change before the impact, worded as an open question.
 */
function writeTrigger(story: Story): DocumentNode[] {
  const marked = story.moment("trigger_change");
  if (marked) {
    const before = story.span("changeToImpact");
    const what = marked.event ? story.quote(marked.event) : "a change";
    const lag = before === null ? "" : `, ${before} before the impact started`;
    return [paragraph([`The trigger was ${what} ${marked.when}`, ...marked.cite, `${lag}.`])];
  }
  const impact = story.facts.milestones.impact_started;
  if (!impact || impact.precision === "unknown") return [];
  const impactMs = Date.parse(impact.at);
  const lead = (at: string | null) => (at === null ? -1 : impactMs - Date.parse(at));
  const last = story.visible.findLast(
    ({ at, kind }) => groupOfKind(kind) === "change" && lead(at) >= 0 && lead(at) <= LOOK_BACK_MS,
  );
  const when = last ? story.when(last) : null;
  if (!last || when === null) return [];
  const minutes = Math.round(lead(last.at) / MINUTE_MS) * 60;
  return [
    paragraph([
      `The last recorded change before the impact is ${story.quote(last)} ${when} `,
      { eventId: last.id },
      `, ${formatDuration(minutes)} earlier. Whether it triggered the incident isn't established.`,
    ]),
  ];
}

/** Questions that were asked during the incident. */
function writeQuestions(story: Story): DocumentNode[] {
  const asked = listEvents(story, ["question"]);
  return asked.length === 0 ? [] : [paragraph(["Asked during the incident:"]), bulletList(asked)];
}

/** The incident's services, from the catalogue. */
function writeGlossary({ facts: { services } }: Story): DocumentNode[] {
  if (services.length === 0) return [];
  const items = services.map(({ name, ownerTeam, description = "" }) => {
    const owner = ownerTeam === null ? "" : `The ${ownerTeam} team owns it.`;
    return [[`${name}.`, asSentence(description), owner].filter((part) => part !== "").join(" ")];
  });
  return [bulletList(items)];
}

/** Writes the text for customers: no names and nothing internal. Empty if the start of the impact isn't known. */
function writeExternal(story: Story): DocumentNode[] {
  const { incident, services } = story.facts;
  const started = story.moment("impact_started");
  if (incident.kind !== "incident" || !started) return [];
  const of = services.length === 0 ? "our service" : listWords(services.map(({ name }) => name));
  const resolved = story.moment("resolved");
  const end = resolved ? ` The service was fully normal ${resolved.when}.` : "";
  const on = story.firstDay === null ? "" : `On ${story.firstDay}, `;
  const lead = `${on}${on === "" ? "C" : "c"}ustomers of ${of} were affected from ${started.since}.`;
  const impact = asSentence(story.withoutNames(incident.impactText));
  return [paragraph([[lead, impact].filter((part) => part !== "").join(" ") + end])];
}

type Writer = (story: Story) => DocumentNode[];

/** Writes what a section states, from the records alone. */
export const WRITERS: Readonly<Record<TemplateFact, Writer>> = {
  summary: writeSummary,
  impact_from_files: writeImpactFromFiles,
  impact_length: writeImpactLength,
  impact_windows: writeImpactWindows,
  first_signal: writeFirstSignal,
  paging: writePaging,
  responders: writeResponders,
  response_steps: writeResponseSteps,
  mitigation_times: writeMitigationTimes,
  mitigation_steps: writeMitigationSteps,
  customer_updates: writeCommunication,
  trigger: writeTrigger,
  known_work: writeBacklog,
  earlier_incidents: writeRecurrence,
  questions_asked: writeQuestions,
  services: writeGlossary,
  customer_summary: writeExternal,
};

const heading = ({ key, title }: TemplateSection): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, sectionKey: key },
  content: [{ type: "text", text: title }],
});
/** The records of an incident, shown where they are needed. */
export const liveBlock = (kind: LiveBlockKind, ref: string): DocumentNode => ({
  type: "liveBlock",
  attrs: { kind, ref },
});
const guidance = (key: string): DocumentNode => ({ type: "guidance", attrs: { sectionKey: key } });

/** Generated prose that no one has edited. `key` is its section, and `hash` belongs to what was generated. */
export const draftBlock = (key: string, nodes: DocumentNode[]): DocumentNode => ({
  type: "draftBlock",
  attrs: { key, hash: hashOfContent(nodes) },
  content: nodes,
});

/** Returns prose from today's facts for each section that they can fill, by its key. */
export function draftProse(sections: readonly TemplateSection[], facts: ReviewFacts): Map<string, DocumentNode[]> {
  const story = tellStory(facts);
  const prose = new Map<string, DocumentNode[]>();
  for (const { key, facts: stated } of sections) {
    const nodes = stated.flatMap((fact) => WRITERS[fact](story));
    if (nodes.length > 0) prose.set(key, nodes);
  }
  return prose;
}

/** Returns a section with its heading, live blocks, and generated text or questions. */
export function sectionNodes(
  section: TemplateSection,
  prose: DocumentNode[] | undefined,
  incidentKey: string,
): DocumentNode[] {
  const { key, live, questions } = section;
  const nodes: DocumentNode[] = key === HEADER ? [] : [heading(section)];
  nodes.push(...live.map((kind) => liveBlock(kind, incidentKey)));
  if (prose) nodes.push(draftBlock(key, prose));
  else if (questions.length > 0) nodes.push(guidance(key), { type: "paragraph" });
  return nodes;
}

/** A section with its records and its guiding questions. */
export const emptySection = (section: TemplateSection, incidentKey: string): DocumentNode[] =>
  sectionNodes(section, undefined, incidentKey);

/**
 * Returns a complete first document: sections are filled from the facts where possible, and ask their guiding questions
 * elsewhere. Deterministic.
 */
export function draft(sections: readonly TemplateSection[], facts: ReviewFacts): DocumentNode[] {
  const prose = draftProse(sections, facts);
  return sections.flatMap((section) => sectionNodes(section, prose.get(section.key), facts.incident.key));
}
