import type { Line } from "#importers/notes/lines/lines.ts";
import { oneOf } from "#lib/base/text/phrases.ts";

/** Names of groups into which write-ups sort their actions. */
const GROUPS = new RegExp(
  String.raw`^${oneOf`
    (?:short|medium|mid|long|near|immediate)(?:er)?[- ]?term | immediate(?:ly)? | now | soon | later | today
    this (?:week|month|quarter) | next (?:week|month|quarter)
    prevent(?:ion|ative|ive)? | detect(?:ion)? | mitigat(?:e|ion) | respon(?:d|se) | recover(?:y)? | investigat(?:e|ion)
    fix(?:es)? | process(?:es)? | people | technical | technology | monitoring | alerting | observability
    documentation | docs | communications? | infrastructure | testing | tooling | training | other | misc\w{0,12}
    (?:high|medium|low)(?:er|est)?(?: priority)? | p[0-4] | must(?:[- ]haves?)? | should | nice to haves?
    done | completed | open | to ?do | in progress | planned
  `}(?: actions?| items?| steps?| work| fixes)?[*_\s]*(?::[*_\s]*)?$`,
  "i",
);
/** "We will do the following:", "To prevent this:": the start of a sentence that the items below complete. */
const OPENS =
  /^[*_\s]*(?:we|our|in (?:order|the)|to|the following|these|this|for|as|specifically|here|among|some|several)\b.{0,160}:[*_\s]*$/i;

/** Returns whether an item only introduces those nested below it, which are the actions. */
export function isLeadIn(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.role !== "item" || !(GROUPS.test(line.content) || OPENS.test(line.content))) return false;
  const below = lines.slice(index + 1, index + 4).find(({ role }) => role !== "blank");
  return below?.role === "item" && below.indent > line.indent;
}
