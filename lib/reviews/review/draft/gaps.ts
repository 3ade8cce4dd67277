import type { TemplateFact } from "#lib/base/vocabulary/template.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { TemplateSection } from "#lib/reviews/template/template.ts";
import { WRITERS } from "./draft.ts";
import { GAP_FACTS, type GapFact, type ReviewFacts } from "./facts.ts";
import { tellStory } from "./story.ts";

/** A fact that the records lack, with the keys of the sections that would state it. */
export interface DraftGap {
  fact: GapFact;
  sections: string[];
}

/** Facts that people settled without a value. */
export interface SettledFacts {
  milestones: readonly MilestoneName[];
  impactUnknown: boolean;
}

/**
 * Returns the facts that the generated text of a template's sections would state if the records had them, in their
 * order on the timeline. A milestone that contradicts another one isn't a gap but a question of its own.
 */
export function draftGaps(sections: readonly TemplateSection[], facts: ReviewFacts, settled: SettledFacts): DraftGap[] {
  const wanted = new Map<GapFact, Set<string>>();
  const isOpen = gapTest(facts, settled);
  for (const { key, facts: stated } of sections) {
    for (const fact of stated.flatMap((one) => asked(one, facts)).filter(isOpen)) {
      const keys = wanted.get(fact) ?? new Set();
      wanted.set(fact, keys.add(key));
    }
  }
  return GAP_FACTS.flatMap((fact) => {
    const keys = wanted.get(fact);
    return keys ? [{ fact, sections: [...keys] }] : [];
  });
}

/** The records that a writer looks at. */
function asked(stated: TemplateFact, facts: ReviewFacts): GapFact[] {
  const names = new Set<GapFact>();
  const story = tellStory(facts);
  WRITERS[stated]({
    ...story,
    moment(name) {
      names.add(name);
      return story.moment(name);
    },
  });
  if (stated === "summary" || stated === "customer_summary") names.add("impact_text");
  if (stated === "impact_windows") names.add("impact_windows");
  return [...names];
}

function gapTest(facts: ReviewFacts, settled: SettledFacts): (fact: GapFact) => boolean {
  const { incident, windows, milestones } = facts;
  const hasImpact = incident.kind === "incident";
  return (fact) => {
    if (fact === "impact_text") return hasImpact && incident.impactText.trim() === "" && !settled.impactUnknown;
    if (fact === "impact_windows") return hasImpact && windows.length === 0 && !settled.impactUnknown;
    if (fact === "impact_started" && incident.kind === "near_miss") return false;
    return milestones[fact] === undefined && !settled.milestones.includes(fact);
  };
}
