import { only } from "#lib/base/text/phrases.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import type { TemplateSection } from "../../template/template.ts";

/** Headings under which write-ups answer a section's questions, by the key that it has in our templates. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
  summary: only`
    (?:executive |incident |outage |short |brief |event |issue )?(?:summary|overview|synopsis|abstract)
    tl;?\s?dr | what happened | in short
  `,
  impact: only`
    (?:customer |user |client |business |incident |service |external )?impact
    impacts | impact (?:summary|assessment|statement|analysis) | (?:what|who|customers?|users?|services) (?:was |were )?(?:affected|impacted)
    blast radius
  `,
  key_times: only`key (?:times|timestamps|metrics) | (?:incident )?metrics | time to (?:detect|recover)`,
  roles: only`
    roles | people | (?:incident )?(?:responders|participants|team) | (?:people|teams) involved | attendees | stakeholders
  `,
  timeline: only`
    (?:incident |outage |event |detailed |full )?time\s?-?line(?: of (?:events|the incident))?(?: (?:all )?(?:times )?(?:are )?(?:in )?(?:utc|gmt|local time|[a-z]{1,3}t))?
    time\s?-?line(?: -| of| for| on)? (?:\d{1,4}|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*)[ /-].{1,30}
    chronology | (?:sequence|order|course) of events | (?:incident|event) log | what happened when
  `,
  detection: only`
    detection | (?:incident |issue )?(?:detection|discovery) | how (?:did we|we|it was|was it|was this) (?:detect|notice|find out|found out|detected|noticed|discovered)(?: it)?
  `,
  response: only`
    response | incident response | (?:the )?investigation | diagnosis | debugging | analysis | response and (?:diagnosis|investigation)
  `,
  mitigation: only`
    mitigation | recovery | resolution | remediation | restoration | the fix | fix
    (?:mitigation|resolution|remediation) and (?:recovery|resolution|mitigation) | how (?:did we|we|it was) (?:fix|fixed|resolve|resolved|mitigate|mitigated)(?: it)?
  `,
  communication: only`(?:customer |internal |external |incident )?communications? | status (?:page )?updates?`,
  trigger: only`(?:the )?triggers? | triggering (?:event|change) | what triggered (?:it|this|the incident)`,
  factors: only`
    (?:contributing|contributory|causal) (?:factors?|causes?|conditions?) | contributors
    (?:the |blameless )?root[- ]?causes?(?: analysis)?(?: and trigger| of (?:the|this) (?:incident|outage|problem|failure))? | (?:the |underlying |probable )?causes? | cause analysis | (?:five|5) why['’]?s | why (?:it|this) happened
  `,
  went_well: only`
    (?:what |things (?:that )?)?went (?:well|right) | what worked(?: well)? | what we did well | positives | strengths
  `,
  was_hard: only`
    what (?:was (?:hard|difficult)|(?:went|didn['’]t go|did not go) (?:wrong|well|badly|poorly)|didn['’]t work|could have gone better)
    (?:things (?:that )?)?went (?:wrong|poorly|badly) | difficulties | challenges | weaknesses
  `,
  luck: only`(?:where |how )?(?:we |did we )?(?:got|get) lucky | luck | where luck helped`,
  surprises: only`surprises | what surprised us`,
  backlog: only`backlog check | backlog | known work | existing tickets`,
  recurrence: only`recurrence | (?:related|similar|previous|past|earlier) incidents? | has this happened before`,
  lessons: only`
    lessons(?: learned| learnt)? | learnings? | what (?:did )?we (?:learn|learned|learnt) | key (?:takeaways|learnings) | takeaways
  `,
  actions: only`
    (?:corrective |preventive |preventative |follow[- ]?up |remedial |improvement |resulting )?actions?(?: items?| points?| plan)?
    what (?:we['’]re|we are|are we|is being|has been) (?:doing|done)(?: (?:about (?:it|this)|next|to prevent .{1,60}))?
    follow[- ]?up (?:tasks?|items?|work) | (?:looking|moving|going) forward | (?:improvement )?proposals? | proposed improvements?
    corrective and preventative (?:measures|actions) | follow[- ]?ups? | next steps | todos? | to[- ]dos? | remediation (?:items|plan)
    preventive measures | improvements | recommendations
  `,
  changes: only`strategic changes | long[- ]term (?:changes|improvements|work)`,
  risks: only`(?:remaining |residual )?risks?`,
  questions: only`(?:open |outstanding |unanswered )?questions? | unknowns | open issues`,
  glossary: only`glossary | terms | definitions | terminology`,
  evidence: only`
    evidence(?: appendix)? | append(?:ix|ices) | supporting (?:information|material|data) | (?:graphs|charts|logs|screenshots|links|references)
  `,
  external: only`(?:external|public|customer) (?:summary|statement|message|communication)`,
  meeting: only`(?:review |post-?mortem |retro(?:spective)? )?meeting(?: notes)? | (?:discussion|meeting) notes`,
  approvals: only`approvals?(?: and history)? | sign[- ]?off | revision history | document history`,
};

/** A heading without its number, sign, formatting and end. */
function wordsOf(heading: string): string {
  return heading
    .replace(/:[a-z_+-]{1,40}:/g, " ")
    .replace(/[^\p{L}\p{N}\s'’;/&-]/gu, " ")
    .replace(/^\s*(?:section |part )?(?:\d{1,3}|[ivx]{1,5}(?=\s))(?:\s+\d{1,3})*\s+/i, " ")
    .replace(/\s&\s/g, " and ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** A part of a write-up below one heading of its highest level. */
export interface FoundSection {
  heading: string;
  /** The section of the template that it becomes. Null for one of its own. */
  section: TemplateSection | null;
}

const LOWEST = 4;
const levelOf = (node: DocumentNode) => (node.type === "heading" ? Number(node.attrs?.level ?? 2) : null);

/**
 * Moves the headings of a write-up to the levels of a review, and marks those that are sections of the template. Each
 * section has one heading: the one with exactly its title, otherwise the first that names it.
 */
export function matchSections(
  template: readonly TemplateSection[],
  blocks: readonly DocumentNode[],
): { blocks: DocumentNode[]; sections: FoundSection[] } {
  const headed = withHeadings(template, blocks);
  const levels = headed.flatMap((node) => levelOf(node) ?? []);
  const top = levels.length > 0 ? Math.min(...levels) : 2;
  const heads = headed.filter((node) => levelOf(node) === top);
  const found = sectionsNamed(
    template,
    heads.map((node) => plainText([node])),
  );
  const sectionOf = new Map(heads.map((node, index) => [node, found[index] ?? null]));
  const moved = headed.map((node) => {
    const level = levelOf(node);
    if (level === null) return node;
    const key = sectionOf.get(node)?.key;
    return {
      ...node,
      attrs: { level: Math.min(level - top + 2, LOWEST), ...(key === undefined ? {} : { sectionKey: key }) },
    };
  });
  const sections = heads.map((node) => ({ heading: plainText([node]), section: sectionOf.get(node) ?? null }));
  return { blocks: moved, sections };
}

const LONGEST_LINE = 60;

/** A text without headings, such as plain text, has lines that name its sections. They become headings. */
function withHeadings(template: readonly TemplateSection[], blocks: readonly DocumentNode[]): readonly DocumentNode[] {
  if (blocks.some((node) => levelOf(node) !== null)) return blocks;
  return blocks.map((node) => {
    const { type, content = [] } = node;
    const line = plainText([node]);
    if (type !== "paragraph" || line.length > LONGEST_LINE || content.some((part) => part.text === undefined))
      return node;
    const isNamed = sectionsNamed(template, [line])[0] !== null;
    return isNamed ? { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: line }] } : node;
  });
}

/** Returns the section that each heading names, each section once. */
function sectionsNamed(template: readonly TemplateSection[], headings: readonly string[]): (TemplateSection | null)[] {
  const words = headings.map((heading) => wordsOf(heading.slice(0, 200)));
  const exact = words.map((said) => template.find(({ title }) => said !== "" && wordsOf(title) === said) ?? null);
  const taken = new Set(exact);
  const seen = new Set<TemplateSection>();
  return words.map((said, index) => {
    const section = exact[index] ?? template.find(({ key }) => HEADINGS[key]?.test(said)) ?? null;
    if (section === null || seen.has(section) || (exact[index] === null && taken.has(section))) return null;
    seen.add(section);
    return section;
  });
}
