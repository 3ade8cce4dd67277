"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { reads } from "#components/base/api/client.ts";
import { FactorRow } from "#components/follow/factor/factor-row.tsx";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/link.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import type { BlockColumn } from "#lib/document/live-block-options.ts";
import { BlockFrame, type BlockState, stateOf } from "./block-frame.tsx";
import { useBlockOptions } from "./block-options.tsx";

/** Contributing factors with their evidence, their actions and their gaps. */
export function FactorsBlock() {
  const { review, openFactor, addAction } = useReviewScope();
  const factors = useQuery(reads.factor.ofReview(review.key));
  const rows = factors.data?.items ?? [];
  const holes = rows.filter((row) => row.holes.length > 0).length;
  return (
    <BlockFrame
      title={countWords(rows.length, "contributing factor")}
      note={holes > 0 ? `${holes} incomplete` : ""}
      link={{ href: `/reviews/${review.key}/factors`, label: "Open graph" }}
      state={stateOf(factors)}
    >
      {rows.length === 0 ? (
        <p className={textStyles.muted}>
          No factors yet. Which conditions made the incident possible, larger or longer?
        </p>
      ) : null}
      <ol>
        {rows.map((factor, index) => (
          <FactorRow
            key={factor.id}
            factor={factor}
            place={index + 1}
            onOpen={() => openFactor(factor.id)}
            onAddAction={() => addAction([factor.id])}
          />
        ))}
      </ol>
      {review.abilities.write ? (
        <Button className="noprint" kind="ghost" icon={<Plus size={14} />} onClick={() => openFactor(null)}>
          Add factor
        </Button>
      ) : null}
    </BlockFrame>
  );
}

/** Strategic changes that address factors of this review. */
export function ChangesBlock() {
  const { review } = useReviewScope();
  const factors = useQuery(reads.factor.ofReview(review.key));
  const changes = new Map(
    factors.data?.items.flatMap((factor) => factor.changes.map((change) => [change.key, change] as const)),
  );
  return <ChangeTable changes={[...changes.values()]} state={stateOf(factors)} />;
}

interface ChangeTableProps {
  changes: readonly { key: string; title: string }[];
  note?: string;
  state?: BlockState;
}

/** Strategic changes with their present state. The title is for those who can't open one. */
export function ChangeTable({ changes, note = "", state = "ready" }: ChangeTableProps) {
  const { columns } = useBlockOptions();
  const records = useQueries({ queries: changes.map(({ key }) => reads.strategicChange.get(key)) });
  const cellOf: Partial<Record<BlockColumn, (change: StrategicChange) => string | null>> = {
    target: ({ targetQuarter }) => targetQuarter,
    owner: ({ owner }) => owner?.name ?? null,
    status: ({ status }) => CHANGE_STATUS_WORDS[status],
  };
  return (
    <BlockFrame
      title={countWords(changes.length, "strategic change")}
      note={note}
      link={{ href: "/strategy", label: "Open strategy" }}
      state={state}
    >
      {changes.length === 0 ? (
        <p className={textStyles.muted}>
          No strategic changes yet. They address factors that need more than a short action.
        </p>
      ) : null}
      <table>
        <tbody>
          {changes.map(({ key, title }, at) => {
            const now = records[at]?.data;
            return (
              <tr key={key}>
                <td className={textStyles.recordKey}>
                  <TextLink href={`/strategy/${key}`}>{key}</TextLink>
                </td>
                <td>{now?.title ?? title}</td>
                {columns.map((column) => (
                  <td key={column} className={textStyles.unbroken}>
                    {now ? cellOf[column]?.(now) : null}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </BlockFrame>
  );
}
