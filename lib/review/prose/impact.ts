import type { DocumentNode } from "#lib/editor/document-json.ts";
import { asSentence } from "#lib/text/sentence.ts";
import { type Inline, sentences } from "../inline.ts";
import type { Story } from "./story.ts";
import { affected } from "./summary.ts";

function worst(story: Story): Inline[] {
  const moment = story.moment("mitigated");
  const after = story.span("timeToMitigate");
  return moment && after !== null
    ? [`The worst was over ${moment.when}`, ...moment.cite, `, ${after} after it began.`]
    : [];
}

/** What the record says about the impact, then its length. Empty while nothing is known. */
export function writeImpact(story: Story): DocumentNode[] {
  const { incident } = story.facts;
  const recorded = incident.impactText.split(/\n{2,}/).map((part) => asSentence(story.withoutNames(part)));
  const isLengthKnown = incident.kind === "near_miss" || story.moment("impact_started") !== null;
  return [
    ...recorded.flatMap((part) => sentences([[part]])),
    ...(isLengthKnown ? sentences([affected(story), worst(story)]) : []),
  ];
}
