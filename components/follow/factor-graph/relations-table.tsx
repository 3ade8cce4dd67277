"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { FACTOR_RELATION_WORDS, FACTOR_RELATIONS } from "#lib/base/vocabulary/factor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { checkRelation, type FactorEdge } from "#lib/follow/factor/relations.ts";
import styles from "./factor-graph.module.css";

interface RelationsTableProps {
  factors: readonly Factor[];
  relations: readonly FactorEdge[];
  mayEdit: boolean;
  /** The factor that a new relation starts from. */
  fromId: string | null;
  onRelate: (edge: FactorEdge) => void;
  onUnrelate: (edge: FactorEdge) => void;
}

/** The relations as sentences, with a form for a new one. It does everything that the drawing does. */
export function RelationsTable({ factors, relations, mayEdit, fromId, onRelate, onUnrelate }: RelationsTableProps) {
  const byId = new Map(factors.map((factor) => [factor.id, factor]));
  return (
    <>
      <table className={styles.table}>
        <caption className={textStyles.visuallyHidden}>Relations between factors</caption>
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Relation</th>
            <th scope="col">Other factor</th>
            <th>
              <span className={textStyles.visuallyHidden}>Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {relations.map((edge) => (
            <tr key={`${edge.fromId} ${edge.relation} ${edge.toId}`}>
              <td>{byId.get(edge.fromId)?.statement}</td>
              <td className={textStyles.unbroken}>{FACTOR_RELATION_WORDS[edge.relation]}</td>
              <td>{byId.get(edge.toId)?.statement}</td>
              <td className={textStyles.rightAligned}>
                {mayEdit ? (
                  <IconButton label="Remove this relation" icon={<X size={14} />} onClick={() => onUnrelate(edge)} />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {relations.length === 0 ? <p className={textStyles.muted}>No relations yet.</p> : null}
      {mayEdit && factors.length > 1 ? (
        <RelationForm key={fromId} factors={factors} relations={relations} fromId={fromId} onRelate={onRelate} />
      ) : null}
    </>
  );
}

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
