import type { LiveBlockKind, TemplateName } from "#lib/base/vocabulary/review.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import type { ReviewFacts } from "./facts.ts";
import { writeCommunication } from "./prose/communication.ts";
import { writeDetection } from "./prose/detection.ts";
import { writeImpact } from "./prose/impact.ts";
import { writeMitigation } from "./prose/mitigation.ts";
import { writeExternal, writeGlossary, writeQuestions } from "./prose/reference.ts";
import { writeResponse } from "./prose/response.ts";
import { type Story, tellStory } from "./prose/story.ts";
import { writeSummary } from "./prose/summary.ts";
import { writeTrigger } from "./prose/trigger.ts";
import { type SectionKey, sectionOf } from "./sections.ts";
import { TEMPLATE_RULES } from "./templates.ts";

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

/** Prose from data that nobody has touched yet; `key` is its section, `hash` what was generated. */
export const draftBlock = (key: SectionKey, nodes: DocumentNode[]): DocumentNode => ({
  type: "draftBlock",
  attrs: { key, hash: hashOfContent(nodes) },
  content: nodes,
});

/** What the facts say today in each section that they can fill, by section. */
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

/** A complete first document: what the facts can fill is filled, the rest asks its guiding questions. Deterministic. */
export function draft(template: TemplateName, facts: ReviewFacts): DocumentNode[] {
  const prose = draftProse(facts);
  return TEMPLATE_RULES[template].sections.flatMap((key) => section(key, prose.get(key), facts.incident.key));
}
