import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { FACTOR_ROLE_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { FindingKind } from "#lib/base/vocabulary/finding.ts";
import type { Finding } from "#lib/contract/finding.ts";

/** "2 factors, 3 actions and a summary". */
export function foundWords(kinds: readonly FindingKind[]): string {
  const count = (kind: FindingKind) => kinds.filter((one) => one === kind).length;
  const many = (kind: FindingKind) => (count(kind) > 0 ? [countWords(count(kind), kind)] : []);
  const one = (kind: FindingKind, words: string) => {
    if (count(kind) === 0) return [];
    return [count(kind) === 1 ? words : countWords(count(kind), kind, kind === "summary" ? "summaries" : "impacts")];
  };
  return listWords([
    ...many("factor"),
    ...many("action"),
    ...one("summary", "a summary"),
    ...one("impact", "the impact"),
  ]);
}

/** Returns names of the files, the first three in full: "a.md, b.md, c.md and 2 more". */
export function fileWords(findings: readonly Pick<Finding, "filename">[]): string {
  const names = [...new Set(findings.map(({ filename }) => filename))];
  return names.length <= 3 ? listWords(names) : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

/** "line 12", "review.md, line 12" of a file in a zip. */
export const lineWords = ({ line, file }: Pick<Finding, "line" | "file">): string =>
  `${file === null ? "" : `${file}, `}line ${line}`;

/** Returns the record that accepting a finding creates, in words. */
export function becomesWords({ kind, stated, doubt }: Finding): string {
  if (kind === "summary") return "Becomes the review's summary";
  if (kind === "impact") return "Is added to the review's impact section";
  if (kind === "factor") {
    const role = stated.factor ? FACTOR_ROLE_WORDS[stated.factor.role].toLowerCase() : "factor";
    return `Becomes a hypothesis in the review: ${role}, no evidence yet`;
  }
  const { owner, due, ticket } = stated.action ?? { owner: null, due: null, ticket: null };
  const said = [
    owner ? `owner in the file: ${owner}` : "no owner",
    due ? `due ${due}` : "the default due date",
    ...(ticket ? [ticket] : []),
  ];
  return [doubt, `Becomes a proposed action: ${said.join(", ")}`].filter((part) => part !== null).join(". ");
}
