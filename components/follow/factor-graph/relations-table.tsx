"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { FactorEvidence } from "#components/follow/factor/factor-links.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { FACTOR_RELATION_WORDS, FACTOR_RELATIONS } from "#lib/base/vocabulary/factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { checkRelation, explainsWords, type FactorEdge } from "#lib/follow/factor/relations.ts";
import { FactorButton } from "./factor-button.tsx";
import styles from "./factor-graph.module.css";

interface RelationsTableProps {
  factors: readonly Factor[];
  relations: readonly FactorEdge[];
  mayEdit: boolean;
  /** The factor that a new relation starts from. */
  fromId: string | null;
  onOpen: (id: string) => void;
  onRelate: (edge: FactorEdge) => void;
  onUnrelate: (edge: FactorEdge) => void;
}

/**
 * The lines of the drawing as sentences: relations, and what factors explain of the incident, with the evidence of the
 * factor that a line starts from. It opens factors as the drawing does, and has a form for a new relation.
 */
export function RelationsTable(props: RelationsTableProps) {
  const { factors, relations, mayEdit, fromId, onOpen, onRelate, onUnrelate } = props;
  const byId = new Map(factors.map((factor) => [factor.id, factor]));
  const explaining = factors.filter(({ explains }) => explains.length > 0);
  const buttonOf = (id: string) => {
    const factor = byId.get(id);
    return factor ? <FactorButton factor={factor} onOpen={onOpen} /> : null;
  };
  return (
    <>
      <table className={styles.table}>
        <caption className={textStyles.visuallyHidden}>Relations of factors</caption>
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Relation</th>
            <th scope="col">Factor or incident</th>
            <th scope="col" className={textStyles.unbroken}>
              Evidence
            </th>
            <th>
              <span className={textStyles.visuallyHidden}>Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {relations.map((edge) => (
            <tr key={`${edge.fromId} ${edge.relation} ${edge.toId}`}>
              <td>{buttonOf(edge.fromId)}</td>
              <td className={textStyles.unbroken}>{FACTOR_RELATION_WORDS[edge.relation]}</td>
              <td>{buttonOf(edge.toId)}</td>
              <td>{evidenceOf(byId.get(edge.fromId))}</td>
              <td className={textStyles.rightAligned}>
                {mayEdit ? (
                  <IconButton label="Remove this relation" icon={<X size={14} />} onClick={() => onUnrelate(edge)} />
                ) : null}
              </td>
            </tr>
          ))}
          {explaining.map((factor) => (
            <tr key={factor.id}>
              <td>{buttonOf(factor.id)}</td>
              <td>explains {explainsWords(factor.explains)}</td>
              <td>The incident</td>
              <td>{evidenceOf(factor)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {relations.length + explaining.length === 0 ? <p className={textStyles.muted}>No relations yet.</p> : null}
      {mayEdit && factors.length > 1 ? (
        <RelationForm factors={factors} relations={relations} fromId={fromId} onRelate={onRelate} />
      ) : null}
    </>
  );
}

const evidenceOf = (factor: Factor | undefined) =>
  factor && factor.evidence.length > 0 ? (
    <span className={layoutStyles.wrappingRow}>
      <FactorEvidence factor={factor} />
    </span>
  ) : (
    "None"
  );

type RelationFormProps = Pick<RelationsTableProps, "factors" | "relations" | "fromId" | "onRelate">;

function RelationForm({ factors, relations, fromId, onRelate }: RelationFormProps) {
  const [edge, setEdge] = useState<FactorEdge>({ fromId: fromId ?? "", toId: "", relation: "made_possible" });
  const isChosen = edge.fromId !== "" && edge.toId !== "";
  const checked = isChosen ? checkRelation(edge, relations) : null;
  const options = factors.map(({ id, number, statement }) => ({ value: id, label: `${number} ${statement}` }));
  const add = () => {
    if (!checked?.ok) return;
    onRelate(edge);
    setEdge({ ...edge, toId: "" });
  };
  return (
    <form
      className={styles.form}
      aria-label="New relation"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Select
        aria-label="Factor"
        placeholder="Choose a factor"
        value={edge.fromId}
        options={options}
        onChange={({ target }) => setEdge({ ...edge, fromId: target.value })}
      />
      <Select
        aria-label="Relation"
        value={edge.relation}
        options={FACTOR_RELATIONS.map((value) => ({ value, label: FACTOR_RELATION_WORDS[value] }))}
        onChange={({ target }) =>
          setEdge({ ...edge, relation: FACTOR_RELATIONS.find((one) => one === target.value) ?? edge.relation })
        }
      />
      <Select
        aria-label="Other factor"
        placeholder="Choose another factor"
        autoFocus={fromId !== null}
        value={edge.toId}
        options={options}
        onChange={({ target }) => setEdge({ ...edge, toId: target.value })}
      />
      <Button type="submit" icon={<Plus size={14} />} disabled={!checked?.ok}>
        Add relation
      </Button>
      {checked && !checked.ok ? <p role="status">{checked.message}</p> : null}
    </form>
  );
}
