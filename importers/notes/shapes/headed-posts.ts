import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Line } from "../lines/lines.ts";
import type { TrailingEntry } from "./trailing.ts";

/** `::: update Resolved | 2020-12-04T02:46:00Z`, above the words and `:::`. */
const CONTAINER = /^:{3,6}\s?(?:update|post|status|incident)\s([^|\n]{2,60}?)\s?[|@,–-]\s?(?=\S)/i;
const CONTAINER_END = /^:{3,6}\s*$/;
/** `{{< track "2020-01-19T11:29:00Z" >}}the words`: the moment before its words. */
const TRACK = /^\{\{[<%]\s?track\s"([^"]{10,40})"\s?[>%]\}\}\s*(?=\S)/;
/** `*Monitoring | 10/17 03:05pm Central* - the words`, `**Update (15:00 UTC):** the words`. */
const HEAD =
  /^([*_]{1,3})(\p{L}[^*_|\n]{1,80}?)\s?(?:[|@(–—·,]|\s-\s)\s?((?=[\d\p{L}])[^*_|\n]{4,60}?)[):]{0,2}\1\s?(?:[-–—:|]\s?)?(?=\S|$)/u;
const LEAST = 2;
const LONGEST = 4000;

interface Head {
  state: string;
  stamp: Stamp;
  /** The rest of its line. */
  rest: string;
  isContainer: boolean;
}

/** Returns the moment of a text that tells nothing else. */
function wholeStamp(text: string): Stamp | null {
  const stamp = readStamp(text);
  return stamp !== null &&
    stamp.clock !== null &&
    isTimed(stamp) &&
    stamp.problem === null &&
    stamp.textStart >= text.length
    ? stamp
    : null;
}

function headOf({ content, role }: Line): Head | null {
  if ((role !== "text" && role !== "item") || content.length > LONGEST) return null;
  const container = CONTAINER.exec(content);
  if (container) {
    const stamp = wholeStamp(content.slice(container[0].length));
    return stamp && { state: container[1] ?? "", stamp, rest: "", isContainer: true };
  }
  const track = TRACK.exec(content);
  const head = track ? null : HEAD.exec(content);
  const stamp = wholeStamp((track ? track[1] : head?.[3]) ?? "");
  const lead = (track ?? head)?.[0] ?? "";
  return stamp && { state: head?.[2] ?? "", stamp, rest: content.slice(lead.length), isContainer: false };
}

/** Updates with their state and moment in front of or above their words. Empty unless there are at least two. */
export function readHeadedPosts(lines: readonly Line[]): TrailingEntry[] {
  const found: TrailingEntry[] = [];
  let open: (TrailingEntry & { isContainer: boolean }) | null = null;
  for (const [index, line] of lines.entries()) {
    const head = headOf(line);
    if (head) {
      const { state, stamp, rest, isContainer } = head;
      const told = [state, rest].filter((part) => part !== "").join(": ");
      open = { at: index, words: [], stamp, text: told === "" ? [] : [told], actor: null, isContainer };
      found.push(open);
    } else if (line.role === "heading" || line.role === "rule" || CONTAINER_END.test(line.content)) {
      if (open?.isContainer && CONTAINER_END.test(line.content)) open.words.push(index);
      open = null;
    } else if (open && (line.role === "text" || line.role === "item")) {
      const [first, ...more] = open.text;
      const isFirst = open.words.length === 0 && first !== undefined && more.length === 0 && open.isContainer;
      if (isFirst) open.text = [`${first}: ${line.content}`];
      else open.text.push(line.content);
      open.words.push(index);
    }
  }
  const told = found.filter(({ text }) => text.length > 0);
  return told.length >= LEAST ? told : [];
}
