import { words } from "#lib/base/text/phrases.ts";
import type { Section } from "../lines/sections.ts";
import { isElsewhereTitle } from "../lines/titles.ts";

/** A heading with everything below it, up to the next heading of the same level. */
export interface Part {
  title: string;
  level: number;
  /** Line of the heading. */
  line: number;
  /** The first line that is no longer below it. */
  until: number;
  parent: Part | null;
  /** It is about another time: what happened before, what was done later, or similar incidents. */
  isAside: boolean;
}

const ASIDE = words`
  previous(?:ly)? | prior | past | earlier | histor(?:y|ical) | related | similar | background | context
  aftermath | monitoring | continu\w+ | cont\. | day (?:\d|one|two|three)
  (?:second|next|following|third) day | (?:phase|stage|step) (?:\d|[a-d]|one|two|three)\b | retrospective
  review | meeting | change ?log | update \d
`;

/** Returns the headings of a document as a tree, in order. */
export function readOutline(sections: readonly Section[]): Part[] {
  const parts: Part[] = [];
  const open: Part[] = [];
  for (const { heading, title, level, kind } of new Set(sections)) {
    if (!heading || kind === "entry") continue;
    for (let above = open.at(-1); above && above.level >= level; above = open.at(-1)) {
      above.until = heading.number;
      open.pop();
    }
    const parent = open.at(-1) ?? null;
    const isAside = (parent?.isAside ?? false) || isElsewhereTitle(title) || ASIDE.test(title);
    const part = { title, level, line: heading.number, until: Number.MAX_SAFE_INTEGER, parent, isAside };
    parts.push(part);
    open.push(part);
  }
  return parts;
}
