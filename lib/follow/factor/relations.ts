import { listWords } from "#lib/base/text/sentence.ts";
import {
  FACTOR_EXPLAINS_WORDS,
  FACTOR_RELATION_WORDS,
  type FactorExplains,
  type FactorRelation,
} from "#lib/base/vocabulary/factor.ts";

export interface FactorEdge {
  fromId: string;
  toId: string;
  relation: FactorRelation;
}

export type EdgeCheck = { ok: true } | { ok: false; rule: string; message: string };

/**
 * Checks whether a relation can be added to the graph of one review. Circles are allowed, because conditions feed each
 * other. A factor can't relate to itself, and two factors can't be related twice in the same way or in opposite
 * directions.
 */
export function checkRelation(edge: FactorEdge, existing: readonly FactorEdge[]): EdgeCheck {
  if (edge.fromId === edge.toId) {
    return {
      ok: false,
      rule: "relation_to_itself",
      message: "A factor can't relate to itself. Choose another factor.",
    };
  }
  const words = FACTOR_RELATION_WORDS[edge.relation];
  const same = existing.filter(({ relation }) => relation === edge.relation);
  if (same.some(({ fromId, toId }) => fromId === edge.fromId && toId === edge.toId)) {
    return { ok: false, rule: "relation_exists", message: `These factors are already related: ${words}` };
  }
  if (same.some(({ fromId, toId }) => fromId === edge.toId && toId === edge.fromId)) {
    const message = `The other factor ${words} this one already. Remove that relation to reverse it.`;
    return { ok: false, rule: "relation_reversed", message };
  }
  return { ok: true };
}

/** Returns the parts of the incident that a factor explains: "impact and duration". */
export const explainsWords = (explains: readonly FactorExplains[]): string =>
  listWords(explains.map((part) => FACTOR_EXPLAINS_WORDS[part].toLowerCase()));
