import { asSentence, listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { groupOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { LiveBlockKind, TemplateName } from "#lib/base/vocabulary/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { type SectionKey, sectionOf } from "../sections.ts";
import { TEMPLATE_RULES } from "../templates.ts";
import { writeCommunication } from "./communication.ts";
import { writeDetection } from "./detection.ts";
import type { ReviewFacts } from "./facts.ts";
import { writeImpact } from "./impact.ts";
import { bulletList, paragraph } from "./inline.ts";
import { writeMitigation } from "./mitigation.ts";
import { writeResponse } from "./response.ts";
import { listEvents, type Story, tellStory } from "./story.ts";
import { writeSummary } from "./summary.ts";

const LOOK_BACK_MS = 2 * 3_600_000;

/** The change that was marked as the trigger, else the last change before the impact, worded as an open question. */
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
  const minutes = Math.round(lead(last.at) / 60_000) * 60;
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

/** What customers can read: no names and nothing internal. Only if the impact is known. */
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

const WRITERS: Partial<Record<SectionKey, Writer>> = {
  summary: writeSummary,
  impact: writeImpact,
  detection: writeDetection,
  response: writeResponse,
  mitigation: writeMitigation,
  communication: writeCommunication,
  trigger: writeTrigger,
  questions: writeQuestions,
  glossary: writeGlossary,
  external: writeExternal,
};

const heading = (key: SectionKey): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, sectionKey: key },
  content: [{ type: "text", text: sectionOf(key).title }],
});
const liveBlock = (kind: LiveBlockKind, ref: string): DocumentNode => ({ type: "liveBlock", attrs: { kind, ref } });
const guidance = (key: SectionKey): DocumentNode => ({ type: "guidance", attrs: { sectionKey: key } });

/** Generated prose that no one has edited. `key` is its section, and `hash` belongs to what was generated. */
export const draftBlock = (key: SectionKey, nodes: DocumentNode[]): DocumentNode => ({
  type: "draftBlock",
  attrs: { key, hash: hashOfContent(nodes) },
  content: nodes,
});

/** Returns prose from today's facts for each section that they can fill, by section. */
export function draftProse(facts: ReviewFacts): Map<SectionKey, DocumentNode[]> {
  const story = tellStory(facts);
  const prose = new Map<SectionKey, DocumentNode[]>();
  for (const [key, write] of Object.entries(WRITERS) as [SectionKey, Writer][]) {
    const nodes = write(story);
    if (nodes.length > 0) prose.set(key, nodes);
  }
  return prose;
}

function section(key: SectionKey, prose: DocumentNode[] | undefined, incidentKey: string): DocumentNode[] {
  const { live, questions } = sectionOf(key);
  const nodes: DocumentNode[] = key === "header" ? [] : [heading(key)];
  if (live) nodes.push(liveBlock(live, incidentKey));
  if (prose) nodes.push(draftBlock(key, prose));
  else if (questions.length > 0) nodes.push(guidance(key), { type: "paragraph" });
  return nodes;
}

/**
 * Returns a complete first document: sections are filled from the facts where possible, and ask their guiding questions
 * elsewhere. Deterministic.
 */
export function draft(template: TemplateName, facts: ReviewFacts): DocumentNode[] {
  const prose = draftProse(facts);
  return TEMPLATE_RULES[template].sections.flatMap((key) => section(key, prose.get(key), facts.incident.key));
}
