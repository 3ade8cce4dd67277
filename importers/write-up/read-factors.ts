import { plainText } from "#importers/lex/markdown.ts";
import { type Line, readLines } from "#importers/notes/lines/lines.ts";
import { readSections, type Section } from "#importers/notes/lines/sections.ts";
import { oneOf, words } from "#lib/base/text/phrases.ts";
import type { FactorRole } from "#lib/base/vocabulary/factor.ts";

const WORDS = 9;
/** Titles of a write-up's parts and the role of the text below. A root cause is one contributor among others. */
const ROLES: readonly (readonly [RegExp, FactorRole])[] = [
  [
    new RegExp(
      oneOf`
        \b(?:where |how )?(?:we |did we )?(?:got|get) lucky\b
        ^(?:where |how )?(?:good |sheer )?(?:luck|chance|fortune)(?: has| had)? (?:helped|helps|saved us|was on our side)\b
        ^(?:where |how )?we (?:were|have been) (?:just )?(?:lucky|fortunate)\b
        ^(?:good )?luck$ | ^luck\b | ^lucky (?:breaks?|circumstances?|coincidences?)\b
      `,
      "i",
    ),
    "luck",
  ],
  [/^(?:the )?triggers?(?: of .{1,40})?$|\btriggering (?:event|change)\b/i, "trigger"],
  [
    new RegExp(
      oneOf`
        \broot[- ]?causes?\b
        \bcontribut(?:ing|ory) (?:factors?|causes?|conditions?)\b
        ^contributors$
        ^(?:the |underlying |probable |proximate )?causes?(?: of .{1,60}| analysis)?$
        ^(?:what )?caused (?:this|it|the \w+)\b
        ^why (?:did )?(?:this|it|the \w+)(?: \w+)? happen
      `,
      "i",
    ),
    "contributor",
  ],
];
/** Titles that only mention a cause: a template's hint, an action, or what is unknown. */
const NOT = /\b(?:actions?|follow[- ]?ups?|fix(?:es)?|unknown|template|timeline|measures|remediation)\b/i;

/** Parts below a cause that aren't one. */
const ANOTHER_PART = words`
  went (?:well|wrong|poorly|badly|right) | opportunit(?:y|ies) | improve(?:ments?)? | learn(?:ed|t|ings?)?
  lessons | impact | detection | resolution | recovery | mitigation | timeline | attendees | links
  references
`;

const isAnotherPart = (title: string): boolean => ANOTHER_PART.test(title) || NOT.test(title);

/** Returns the role of the factors below a heading, or null for any other heading. */
function roleOfTitle(title: string): FactorRole | null {
  const words = title
    .replace(/:[a-z_]{1,40}:/g, " ")
    .replace(/^[\d.)\s#]{1,10}|[\s:.]{1,10}$/g, "")
    .trim();
  if (words.length > 90 || words.split(/\s+/).length > WORDS || NOT.test(words)) return null;
  return ROLES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** A factor as a write-up states it. */
export interface ProposedFactor {
  /** 1-based physical line where it starts. */
  line: number;
  /** Its path, if it is one of several files of a zip. */
  file?: string;
  /** One sentence or item in plain words. */
  statement: string;
  /** By the title of its section. A person makes the final choice. */
  role: FactorRole;
  /** The whole item or paragraph as plain words. */
  asWritten: string;
}

const MOST = 100;
const LONGEST = 4000;
const STATEMENT = 280;
const FIRST_SENTENCE = /^.{20,}?[.!?](?=\s+["“(]?[\p{Lu}\d])/u;
/** "We didn't, really." below a heading for luck. */
const NOTHING = /^(?:none|nothing|n\/a|tbd|unknown|to be (?:determined|filled)|we (?:didn['’]?t|did not)\b.{0,20}$)/i;
/** A line entirely in italics is a template's hint. */
const isHint = (block: readonly Line[]) => {
  const words = block
    .map(({ content }) => content)
    .join(" ")
    .slice(0, LONGEST)
    .trim();
  return words.length > 2 && /^[*_](?![*_])/.test(words) && /[^*_][*_]$/.test(words);
};
/** A root cause that names what set it off is the trigger. */
const SETS_OFF = /\b(?:was|were|been) (?:triggered|set off) by\b|^(?:the )?trigger\b/i;

/** Returns what a write-up lists or describes below headings for causes, contributing factors, triggers and luck. */
export function readFactors(text: string): ProposedFactor[] {
  const lines = readLines(text);
  const sections = readSections(lines);
  const roles = rolesOf(lines, sections);
  const factors: ProposedFactor[] = [];
  for (let index = 0; index < lines.length && factors.length < MOST; index += 1) {
    const [line, role] = [lines[index], roles[index] ?? null];
    if (!line || role === null || line === sections[index]?.heading) continue;
    if (line.role !== "item" && line.role !== "text") continue;
    const end = endOfBlock(lines, roles, index);
    const block = lines.slice(index, end);
    const asWritten = wordsOf(block);
    index = end - 1;
    // A sentence that ends in a colon only introduces the text below it.
    if (/:$/.test(asWritten) || NOTHING.test(asWritten) || isHint(block)) continue;
    if ((asWritten.match(/\p{L}{2,}/gu)?.length ?? 0) < 3) continue;
    const isSetOff = role === "contributor" && SETS_OFF.test(asWritten.slice(0, STATEMENT));
    factors.push({
      line: line.number,
      statement: statementOf(asWritten),
      role: isSetOff ? "trigger" : role,
      asWritten,
    });
  }
  return factors;
}

/** Returns for every line the role from the heading above it. Deeper headings keep it. */
function rolesOf(lines: readonly Line[], sections: readonly Section[]): (FactorRole | null)[] {
  let level = Number.POSITIVE_INFINITY;
  let role: FactorRole | null = null;
  let isAside = false;
  return lines.map((line, index) => {
    const section = sections[index];
    if (section?.heading === line) {
      const own = roleOfTitle(section.title);
      if (own !== null || section.level <= level) {
        role = own;
        level = own === null ? Number.POSITIVE_INFINITY : section.level;
        isAside = false;
      } else isAside = isAnotherPart(section.title);
    }
    return isAside ? null : role;
  });
}

/** Returns a paragraph with its wrapped lines, or an item with everything nested in it. */
function endOfBlock(lines: readonly Line[], roles: readonly (FactorRole | null)[], start: number): number {
  const first = lines[start];
  let end = start + 1;
  for (; end < lines.length && roles[end] !== null; end += 1) {
    const line = lines[end];
    if (!line || line.role === "heading") break;
    const isNested = first?.role === "item" && line.indent > first.indent && line.role !== "blank";
    if (line.role !== "text" && !isNested) break;
  }
  return end;
}

const wordsOf = (lines: readonly Line[]) =>
  plainText(
    lines
      .map(({ content }) => content)
      .join(" ")
      .slice(0, LONGEST),
  );

function statementOf(words: string): string {
  const first = words.length <= STATEMENT ? words : (FIRST_SENTENCE.exec(words.slice(0, 1000))?.[0] ?? words);
  return first.length <= 500 ? first : `${first.slice(0, 499).trimEnd()}…`;
}
