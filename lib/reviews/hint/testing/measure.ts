// Run by npm run hints: how often a hint is right, on sentences of public write-ups that people judged before.
import { readFileSync } from "node:fs";
import { findHints, hintPattern } from "../hints.ts";

interface Judged {
  /** The file that the sentence is from. */
  from: string;
  text: string;
  /** Whether a facilitator would comment on its wording. */
  hint: boolean;
}

const judged = JSON.parse(
  readFileSync(new URL("../../../../fixtures/hints/labelled.json", import.meta.url), "utf8"),
) as Judged[];
const read = judged.map((sentence) => ({ ...sentence, found: findHints(sentence.text, "narrative") }));
const isWarned = ({ found }: (typeof read)[number]) =>
  found.some(({ pattern }) => hintPattern(pattern)?.severity === "warn");
const percent = (part: number, whole: number) =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;
const right = (shown: typeof read) => shown.filter(({ hint }) => hint).length;

const shown = read.filter(({ found }) => found.length > 0);
const warned = read.filter(isWarned);
const wanted = read.filter(({ hint }) => hint);
console.log(`${read.length} sentences, ${wanted.length} of them with a wording to comment on`);
console.log(
  `precision: ${percent(right(shown), shown.length)}, of warnings alone: ${percent(right(warned), warned.length)}`,
);
console.log(`recall: ${percent(wanted.filter(({ found }) => found.length > 0).length, wanted.length)}`);
for (const { text, found } of shown.filter(({ hint }) => !hint))
  console.log(`not wanted: ${found.map(({ pattern }) => pattern).join(", ")}: ${text}`);
for (const { text } of wanted.filter(({ found }) => found.length === 0)) console.log(`not found: ${text}`);
