"use client";

import { createContext, useContext } from "react";
import { FactorQuestions } from "#components/follow/factor/factor-links.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LIVE_BLOCK_WORDS, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { LiveBlockOptions } from "#lib/document/live-block-options.ts";
import type { FrozenBlock as Frozen, FrozenBlocks } from "#lib/reviews/version/changes.ts";
import type { FrozenFacts } from "#lib/reviews/version/frozen-facts.ts";
import { shownRows, wordsOfCell } from "#lib/reviews/version/frozen-rows.ts";
import { ActionsBlock } from "../live-blocks/actions-block.tsx";
import { BlockFrame } from "../live-blocks/block-frame.tsx";
import { BlockScopeProvider } from "../live-blocks/block-options.tsx";
import { ChangeTable } from "../live-blocks/factors-block.tsx";
import styles from "./frozen-block.module.css";

export interface FrozenRecords {
  blocks: FrozenBlocks | null;
  facts: FrozenFacts | null;
}

/** The records that were stored with the version on screen. Null for those that older versions don't have. */
export const FrozenContext = createContext<FrozenRecords>({ blocks: null, facts: null });

/** A live block of a published version: its records as they were, but actions and changes as they are now. */
export function FrozenBlock({ kind, options }: { kind: LiveBlockKind; options: LiveBlockOptions }) {
  return (
    <BlockScopeProvider value={{ kind, options, choose: null }}>
      <Records kind={kind} options={options} />
    </BlockScopeProvider>
  );
}

function Records({ kind, options }: { kind: LiveBlockKind; options: LiveBlockOptions }) {
  const { blocks } = useContext(FrozenContext);
  if (kind === "actions") return <ActionsBlock isNow />;
  if (kind === "changes")
    return (
      <ChangeTable
        note="now"
        changes={(blocks?.changes?.rows ?? []).map(({ key, cells }) => ({ key, title: cells[1] ?? "" }))}
      />
    );
  const block = shownRows(kind, blocks?.[kind] ?? { columns: [], rows: [] }, { options });
  return (
    <BlockFrame title={LIVE_BLOCK_WORDS[kind]} note={block.note}>
      {block.text ? <p className={styles.text}>{block.text}</p> : null}
      {kind === "factors" ? <Factors block={block} /> : <Rows kind={kind} block={block} />}
    </BlockFrame>
  );
}

function Factors({ block: { columns, rows } }: { block: Frozen }) {
  const reviewKey = useReviewScope().review.key;
  const cellOf = (cells: readonly string[], column: string) => cells[columns.indexOf(column)] ?? "";
  return (
    <ol className={styles.factors}>
      {rows.map(({ key, cells }) => (
        <li key={key}>
          <b>{cellOf(cells, "Factor")}</b>
          {cellOf(cells, "Detail") ? <p className={styles.text}>{cellOf(cells, "Detail")}</p> : null}
          <p className={textStyles.muted}>
            {["Role", "Status"].map((column) => cellOf(cells, column)).join(", ")}
            {cellOf(cells, "Explains") ? `. Explains: ${cellOf(cells, "Explains")}` : ""}
            {cellOf(cells, "Who acted") ? `. Who acted: ${cellOf(cells, "Who acted")}` : ""}
            {cellOf(cells, "Evidence") ? `. Evidence: ${cellOf(cells, "Evidence")}` : ""}
            {cellOf(cells, "Addressed by") ? `. Addressed by: ${cellOf(cells, "Addressed by")}` : ""}
          </p>
          <FactorQuestions reviewKey={reviewKey} factorId={key} />
        </li>
      ))}
    </ol>
  );
}

function Rows({ kind, block: { columns, rows } }: { kind: LiveBlockKind; block: Frozen }) {
  const today = useToday();
  if (rows.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption className={textStyles.visuallyHidden}>{LIVE_BLOCK_WORDS[kind]}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={columns[at]} data-column={columns[at]}>
                {wordsOfCell(cell, today)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
