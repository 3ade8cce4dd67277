"use client";

import { Plus } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { keepsEvidence } from "#lib/follow/action-item/evidence.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { EvidenceList, type Pointing } from "../evidence-list.tsx";
import styles from "./action-texts.module.css";

/** Evidence that an action is done, with a button to add to it, and who implemented and verified it. */
export function EvidenceSection({ item, level }: { item: ActionItem; level: 2 | 3 }) {
  const { evidenceList: evidence, status } = item;
  const remove = useRemoveEvidence(item);
  const onPoint = usePointEvidence(item);
  if (evidence.length === 0 && (!mayChange(item) || status === "proposed" || status === "declined")) return null;
  return (
    <Section
      title="Evidence"
      count={evidence.length > 1 ? countWords(evidence.length, "piece", "pieces") : undefined}
      level={level}
      right={<AddEvidence item={item} />}
    >
      {evidence.length === 0 ? <p className={textStyles.muted}>No evidence yet</p> : null}
      <EvidenceList evidence={evidence} onRemove={remove} pointing={onPoint && { points: item.points, onPoint }} />
      <DoneBy item={item} />
    </Section>
  );
}

const mayChange = ({ abilities }: ActionItem) => abilities.work || abilities.verify;

export function AddEvidence({ item }: { item: ActionItem }) {
  const { addEvidence } = useEditLayer();
  if (!mayChange(item)) return null;
  return (
    <IconButton
      className={styles.edit}
      label="Add evidence"
      icon={<Plus size={14} />}
      onClick={() => addEvidence(item)}
    />
  );
}

/** Returns how to remove a piece of evidence, or undefined if that isn't possible. */
export function useRemoveEvidence(item: ActionItem): ((piece: { id: string }) => void) | undefined {
  const { change } = useEditLayer();
  const { evidenceList: evidence, status } = item;
  const isKept = keepsEvidence({ status, others: evidence.length - 1 }) !== null;
  if (!mayChange(item) || isKept) return undefined;
  return ({ id }) => change([item], { kind: "evidence_removed", id, removed: true });
}

/** Returns how to change the point that a piece shows, or undefined if that isn't possible. */
export function usePointEvidence(item: ActionItem): Pointing["onPoint"] | undefined {
  const { change } = useEditLayer();
  if (!mayChange(item) || item.status === "verified") return undefined;
  return ({ id, point: words }, point) => {
    const place = words === null ? null : item.points.indexOf(words) + 1;
    change([item], { kind: "evidence_pointed", id, point, ...(place === 0 ? {} : { before: place }) });
  };
}

/** Who implemented and verified the action, and when. */
export function DoneBy({ item }: { item: ActionItem }) {
  return item.implementedAt ? (
    <p className={textStyles.note}>
      Implemented{item.implementedBy ? ` by ${item.implementedBy.name}` : ""} <Moment at={item.implementedAt} />
      {item.verifiedAt ? (
        <>
          , verified {item.verifiedBy ? `by ${item.verifiedBy.name} ` : ""}
          <Moment at={item.verifiedAt} />
        </>
      ) : null}
    </p>
  ) : null;
}
