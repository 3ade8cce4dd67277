import type { canonicalFactorContract, SimilarFactor } from "#lib/contract/canonical-factor.ts";
import { likenessOf, wordsWithStems } from "#lib/follow/canonical-factor/similarity.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { incidentKeyOf, numberOfKey, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { draftFactorSql, loadCanonicalFactors } from "./load.ts";
import { presentCanonicalFactorRow } from "./present.ts";

const CANDIDATES = 200;
const MOST = 5;

interface Candidate {
  id: string;
  version: number;
  statement: string;
  conditionId: string | null;
  review: number;
  incident: number;
  /** Stems of the statement, and of the name of its condition. */
  stems: string[];
  nameStems: string[] | null;
  asked: string[];
}

/**
 * Returns what a statement resembles among the factors of other incidents that the actor can read: each condition once,
 * and factors without one, the most alike first. Reads only; nothing is linked.
 */
export async function similarCanonicalFactors(
  ctx: Ctx,
  { statement, reviewKey }: InputOf<typeof canonicalFactorContract.similar>,
): Promise<{ items: SimilarFactor[] }> {
  const found = (await candidates(ctx, statement, numberOfKey(reviewKey)))
    .flatMap((candidate) => {
      const likeness = [candidate.stems, candidate.nameStems ?? []]
        .flatMap((stems) => likenessOf(candidate.asked, stems) ?? [])
        .sort((one, other) => other.score - one.score)[0];
      return likeness ? [{ ...candidate, ...likeness }] : [];
    })
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  const best = [...new Map(found.toReversed().map((one) => [one.conditionId ?? one.id, one])).values()]
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, MOST);
  const ids = best.flatMap(({ conditionId }) => conditionId ?? []);
  const rows = ids.length === 0 ? [] : await loadCanonicalFactors(ctx, { id: { in: ids } });
  const byId = new Map(rows.map((row) => [row.id, presentCanonicalFactorRow(ctx, row)]));
  return {
    items: best.map(({ id, version, statement: text, conditionId, review, incident, shared }) => ({
      condition: conditionId === null ? null : (byId.get(conditionId) ?? null),
      factor: {
        ...{ id, version, statement: text },
        reviewKey: reviewKeyOf(review),
        incidentKey: incidentKeyOf(incident),
      },
      shared: wordsWithStems(statement, shared),
    })),
  };
}

/** Factors of other incidents with one of the words in their statement or in the name of their condition, by rank. */
const candidates = (ctx: Ctx, statement: string, reviewNumber: number): Promise<Candidate[]> =>
  ctx.db.$queryRaw<Candidate[]>`
    WITH asked AS MATERIALIZED (
      SELECT words, (SELECT string_agg(quote_literal(word), ' | ') FROM unnest(words) word)::tsquery AS query
      FROM (SELECT tsvector_to_array(to_tsvector('english', ${statement})) AS words) AS stems
    ), near AS (
      SELECT factor.id FROM asked JOIN factor ON factor.search @@ asked.query
      UNION SELECT factor.id FROM asked JOIN canonical_factor c ON c.search @@ asked.query
        JOIN factor ON factor.canonical_factor_id = c.id
    )
    SELECT factor.id, factor.version, factor.statement, factor.canonical_factor_id AS "conditionId",
      r.number AS review, i.number AS incident, asked.words AS asked,
      tsvector_to_array(to_tsvector('english', factor.statement)) AS stems,
      tsvector_to_array(c.search) AS "nameStems"
    FROM asked, near JOIN factor USING (id) JOIN review r ON r.id = factor.review_id
      JOIN incident i ON i.id = factor.incident_id
      LEFT JOIN canonical_factor c ON c.id = factor.canonical_factor_id
    WHERE factor.incident_id <> COALESCE((SELECT incident_id FROM review WHERE number = ${reviewNumber}), ${NO_ID}::uuid)
      AND ${draftFactorSql(ctx.actor)}
    ORDER BY ts_rank(factor.search, asked.query) DESC, factor.id LIMIT ${CANDIDATES}`;

const NO_ID = "00000000-0000-0000-0000-000000000000";
