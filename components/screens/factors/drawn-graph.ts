import { countWords } from "#lib/base/text/sentence.ts";
import { FACTOR_RELATION_WORDS, FACTOR_ROLE_WORDS, FACTOR_STATUS_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import type { FactorGraph } from "#lib/contract/factor-graph.ts";
import { IMPACT_ID, layOut } from "#lib/follow/factor/graph.ts";
import type { DrawnBox, DrawnLine } from "#lib/follow/factor/graph-svg.ts";
import { explainsWords } from "#lib/follow/factor/relations.ts";

/**
 * Returns what is drawn: a box for each factor and one for the incident, the relations, and a line to the incident from
 * each factor that explains a part of it.
 */
export function drawnGraph(
  factors: readonly Factor[],
  { relations, places }: FactorGraph,
): { boxes: DrawnBox[]; lines: DrawnLine[] } {
  const lines = [
    ...relations.map((edge) => ({ ...edge, label: FACTOR_RELATION_WORDS[edge.relation] })),
    ...factors.flatMap(({ id, role, explains }): DrawnLine[] =>
      explains.length === 0
        ? []
        : [
            {
              ...{ fromId: id, toId: IMPACT_ID },
              relation: role === "mitigator" ? "mitigated" : "made_possible",
              label: explainsWords(explains),
            },
          ],
    ),
  ];
  const ids = [...factors.map(({ id }) => id), IMPACT_ID];
  const laidOut = layOut(ids, lines);
  const moved = new Map(places.map((place) => [place.box, { x: place.x, y: place.y }]));
  const placeOf = (id: string) => moved.get(id) ?? laidOut.get(id) ?? { x: 0, y: 0 };
  return {
    boxes: [
      ...factors.map((factor) => ({
        ...{ id: factor.id, ...placeOf(factor.id), title: `${factor.number} ${factor.statement}` },
        note: noteOf(factor),
      })),
      { id: IMPACT_ID, ...placeOf(IMPACT_ID), title: "The incident", note: "What the factors explain" },
    ],
    lines,
  };
}

function noteOf({ status, role, holes, evidence }: Factor): string {
  const state = role === "contributor" ? FACTOR_STATUS_WORDS[status] : FACTOR_ROLE_WORDS[role];
  const lacks = holes.map(({ code }) => (code === "no_evidence" ? "no evidence" : "not addressed"));
  return [state, ...(lacks.length > 0 ? lacks : [countWords(evidence.length, "event")])].join(", ");
}
