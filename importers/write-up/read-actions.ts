import { append } from "#importers/base/append.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { isSeparatorRow, splitRow } from "#importers/lex/table.ts";
import { type Line, readLines } from "#importers/notes/lines/lines.ts";
import { readSections, type Section } from "#importers/notes/lines/sections.ts";
import { oneOf, words } from "#lib/base/text/phrases.ts";
import { isActionHeader, readActionTable } from "./action-table.ts";
import { isLeadIn } from "./lead-in.ts";
import { loneParagraphs } from "./lone-paragraphs.ts";
import { labelOf, plainActions } from "./plain-actions.ts";
import type { ProposedAction } from "./proposed-action.ts";
import { readActionWords } from "./read-action-words.ts";

const KIND_OF_ACTION =
  "(?:(?:resulting|corrective|preventi(?:ve|on|tive)|remediation|remedial|planned|future|further|next|outstanding) |(?:follow[- ]?up|post[- ]?incident) )";
const WE_WILL =
  "(?:we|will we|we will|we are|are we|do we|can we|could we|we'll|is)(?:['’]re| are| will| plan| intend| can| could| going)*";
/** Headings and labels of action lists in write-ups. */
const TITLES = [
  // What will be done, and when.
  words`
    ${KIND_OF_ACTION}?(?:actions?(?: items?| points?)?|measures|steps)
    actionables? | follow[- ]?ups? | to[- ]?dos? | tasks | work items | commitments | recommendations?
    preventative measures | remediations? | remed(?:y|ies|ial work) | prevention | improvements
    improvement (?:items|opportunities) | planned (?:work|improvements?) | (?:future|ongoing) work | still open
    (?:action|remediation|mitigation|improvement|recovery|prevention|resolution) plan
    (?:future|planned|proposed|permanent|additional) (?:changes|fix(?:es)?|mitigations?|solutions?|plans?|prevention)
    (?:short|medium|long)[- ]?term (?:fix(?:es)?|plans?|actions?|improvements?)
    (?:open|remaining|outstanding|pending) (?:items?|work|issues|tasks)
    (?:jira|follow[- ]?up) (?:tickets|issues) | (?:issues|tickets|bugs) (?:filed|to file|created|raised|opened)
  `,
  /^(?:the |our )?plans?$|^(?:short|medium|mid|long|near)[- ]?term$/i,
  // Questions and parts of sentences.
  words`
    (?:what|how) ${WE_WILL}(?: to)? (?:be )?(?:do|doing|done|being done|chang(?:e|ing)|prevent\w*|improv\w+)
    (?:what|how) ${WE_WILL}(?: to)? (?:be )?(?:fix(?:ing)?|avoid\w*|address(?:ing)?)
    how to (?:prevent|avoid|improve) | to improve(?:/fix)?
    (?:preventing|avoiding) (?:recurrence|this|future|the|it|similar|another)
    (?:changes|steps|things|measures) (?:that )?we(?:['’]re| are| will| plan| intend)
    what(?:['’]?s| is| happens| comes) next | where (?:do )?we go from here | (?:moving|going|looking) forward
  `,
  // Other languages: German, Spanish, Portuguese, French, Dutch, Italian, then those without these word ends.
  words`
    maßnahmen | verbesserungen | offene punkte | nächste schritte
    medidas (?:correctivas|preventivas|corretivas) | plano? de (?:acción|ação) | acciones | seguimiento
    pendientes | pendências | ações | próximos pass?os
    suites à donner | mesures | prochaines étapes
    vervolgacties | verbeterpunten | verbeteracties | acties | azioni
  `,
  /再発防止|対策|今後の対応|アクションアイテム|改进|整改|后续|行动项|дальнейшие (?:действия|шаги)|план действий|재발 방지|후속 조치|조치 사항/i,
];
/** The same words about the past, or about how people worked. */
const NOT = new RegExp(
  String.raw`^[\d.)\s]{0,5}resolution(?: (?:and|&) \w+)? (?:steps|actions)$|\b${oneOf`
    stabili[sz]ation | steps to resol\w+ | recovery (?:actions|steps) | taken | timeline | during | performed | history
    steps to reproduce | what went | reading | sponsor | summary of actions | immediate response
  `}\b`,
  "i",
);
const WORDS = 10;

const isActionTitle = (title: string): boolean =>
  title.length <= 90 &&
  title.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length <= WORDS &&
  TITLES.some((pattern) => pattern.test(title)) &&
  !NOT.test(title);

/** No write-up lists more. Anything longer is something else. */
const MOST = 500;
const TODO_LABEL = /\b(?:actionables|action items|todo list)\b/i;

/**
 * Returns the action items of a write-up: items, rows or headings below a heading for actions, and tables of actions.
 */
export function readActions(text: string): ProposedAction[] {
  const lines = readLines(text);
  const sections = readSections(lines);
  const actions: ProposedAction[] = [];
  const { within, inPart } = actionSections(lines, sections);
  const plain = plainActions(lines, within);
  const lone = loneParagraphs(lines, sections, inPart);
  for (let index = 0; index < lines.length && actions.length < MOST; index += 1) {
    const line = lines[index];
    if (!line) continue;
    if (line.role === "row") {
      const end = endOf(lines, index, "row");
      append(actions, readRows(lines.slice(index, Math.min(end, index + MOST)), within[index] ?? false));
      index = end - 1;
    } else if (
      within[index] &&
      (plain.has(index) || lone.has(index) || isNumbered(line) || isEntry(line, index, lines, within))
    ) {
      const said = readActionWords(plain.has(index) ? line.content : wholeItem(lines, index));
      if (/\p{L}{3}/u.test(said.title)) actions.push({ line: line.number, ...said });
    }
  }
  return actions;
}

/** Returns for every line whether it is below a heading or label for actions, and whether in a subsection of it. */
function actionSections(
  lines: readonly Line[],
  sections: readonly Section[],
): { within: boolean[]; inPart: boolean[] } {
  let level = Number.POSITIVE_INFINITY;
  let label = false;
  const inPart: boolean[] = [];
  const within = lines.map((line, index) => {
    const section = sections[index];
    const isOpening = section?.heading === line;
    if (isOpening && section) {
      label = false;
      if (isActionTitle(section.title)) level = section.level;
      else if (section.level <= level) level = Number.POSITIVE_INFINITY;
      return section.level > level && (isNumbered(line) || hasParts(lines, index));
    }
    inPart[index] = section !== undefined && section.level > level && !isNumbered(section.heading);
    const named = labelOf(line);
    if (named !== null) label = isActionTitle(named);
    else if (line.role === "text" && TODO_LABEL.test(line.content)) label = true;
    return level < Number.POSITIVE_INFINITY || label;
  });
  return { within, inPart };
}

/** A heading such as `#### 2) Alerts configured`: one action with its own text below. */
const isNumbered = (line: Line | null) => line?.role === "heading" && /^\d{1,2}[.)]\s/.test(line.content);

const PART = /^[*_]{0,3}\p{Lu}[\p{L} ]{2,30}[*_]{0,3}:/u;

/** `1. **Test the failover**` above `- **Description:** …`: a bold item whose nested items are parts of it. */
function hasParts(lines: readonly Line[], index: number): boolean {
  const [line, below] = [lines[index], lines[index + 1]];
  return line?.role === "item" && below?.role === "item" && below.indent > line.indent && PART.test(below.content);
}

/** How many lines above an item are searched for its parent item. */
const REACH = 300;

/** Returns whether an item isn't nested, except below one that introduces it. */
function isEntry(line: Line, index: number, lines: readonly Line[], within: readonly boolean[]): boolean {
  if (line.role !== "item" || isLeadIn(lines, index)) return false;
  let indent = line.indent;
  for (let above = index - 1; above >= Math.max(0, index - REACH) && within[above]; above -= 1) {
    const other = lines[above];
    if (other?.role === "item" && other.indent < indent && !isLeadIn(lines, above)) return false;
    if (other?.role === "item" && other.indent < indent) indent = other.indent;
    else if (other?.role === "item" && other.indent === 0) return true;
    if (other?.role === "heading") return true;
  }
  return true;
}

/** Returns an item with the lines that continue it. */
function wholeItem(lines: readonly Line[], index: number): string {
  const box = /\[[ xX]\]/.exec(lines[index]?.raw.slice(0, 20) ?? "")?.[0];
  const content = (lines[index]?.content ?? "").replace(/^\d{1,2}[.)]\s+/, "");
  const parts = [box ? `${box} ${content}` : content];
  if (lines[index]?.role === "heading") return content;
  for (let below = index + 1; lines[below]?.role === "text"; below += 1) parts.push(lines[below]?.content ?? "");
  return parts.join(" ");
}

function endOf(lines: readonly Line[], start: number, role: Line["role"]): number {
  let end = start;
  while (lines[end]?.role === role) end += 1;
  return end;
}

function readRows(rows: readonly Line[], isBelowTitle: boolean): ProposedAction[] {
  const [head, under, ...rest] = rows;
  if (!head) return [];
  const header = splitRow(head.raw);
  if (!isBelowTitle && !isActionHeader(header)) return [];
  const body = under && isSeparatorRow(under.raw) ? rest : rows.slice(1);
  return readActionTable(
    header.map(plainText),
    body.map(({ number, raw }) => ({ line: number, raw })),
  );
}
