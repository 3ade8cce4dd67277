import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { SHORT_MONTH, SHORT_WEEKDAY } from "#lib/base/time/local-date.ts";
import { RESPONSE, TROUBLE } from "../days/trouble.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import type { TrailingEntry } from "./trailing.ts";

const NAME =
  /^(?:\*\*|__|`)?(@?\p{L}[\p{L}\p{M}\w.'-]{1,30}(?: \p{Lu}[\p{L}\p{M}\w.'-]{0,30})?)(?:\*\*|__|`)?\s{1,4}(?=[[(]?\d{1,2}[:.h]\d\d)/u;
/** Words before a time that aren't names. */
const NO_NAME = new RegExp(
  `^${oneOf`
  at | on | by | from | to | until | till | since | before | after | around | about | approx\w* | circa
  between | and | or | then | update | time | version | utc | gmt
  ${SHORT_WEEKDAY}\p{L}* | ${SHORT_MONTH}\p{L}*
`}$`,
  "iu",
);
const ENDS = /[:–—\]-]\s*$/;

interface Speaker {
  name: string;
  stamp: Stamp;
  words: string;
}

/**
 * Returns who says what and when on a line such as `ines 13:02: deploying` or `**Ines** (13:02) - deploying`. Null for
 * any other.
 */
export function speakerOf(content: string): Speaker | null {
  const [lead = "", name = ""] = NAME.exec(content.slice(0, 100)) ?? [];
  if (name === "" || NO_NAME.test(name)) return null;
  const after = content.slice(lead.length);
  const stamp = readStamp(after);
  if (!stamp?.clock || stamp.problem !== null || !ENDS.test(after.slice(0, stamp.textStart))) return null;
  const words = after.slice(stamp.textStart).trim();
  return words === "" ? null : { name, stamp, words };
}

/**
 * Returns the lines of a timeline, or of plain notes, that start with who spoke and when. Empty unless at least two do.
 */
export function readSpokenLines(lines: readonly Line[], sections: readonly Section[]): TrailingEntry[] {
  const isHeadless = !lines.some(({ role }) => role === "heading");
  const found: { at: number; said: Speaker }[] = [];
  for (const [index, { role, content }] of lines.entries()) {
    if ((role !== "text" && role !== "item") || !(isHeadless || sections[index]?.timeline)) continue;
    const said = speakerOf(content);
    if (said) found.push({ at: index, said });
  }
  const areSteps = found.some(({ at, said }) => isStep(said, lines[at]));
  const entryOf = ({ at, said: { name, stamp, words } }: (typeof found)[number]): TrailingEntry =>
    areSteps
      ? { at, words: [], stamp, text: [`${name}: ${words}`], actor: null }
      : { at, words: [], stamp, text: [words], actor: name };
  return found.length >= 2 ? found.map(entryOf) : [];
}

/** "1. **Rollback deploy** (13:55) - the words": a step with its name, because no one speaks in numbers or for a while. */
const isStep = ({ name, stamp }: Speaker, line: Line | undefined): boolean =>
  stamp.end !== null || /^\s*\d{1,3}[.)]\s/.test(line?.raw ?? "") || TROUBLE.test(name) || RESPONSE.test(name);
