"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import NextLink from "next/link";
import { reads } from "#components/base/api/client.ts";
import { statusOf } from "#components/follow/action-item/options.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { daysLate, isLate } from "#lib/follow/action-item/lateness.ts";
import { BlockFrame, stateOf } from "./block-frame.tsx";
import { useBlockOptions } from "./block-options.tsx";

/** Action items of this review, as in the table of actions. `isNow` says so, next to text and records of another time. */
export function ActionsBlock({ isNow = false }: { isNow?: boolean }) {
  const { review, addAction } = useReviewScope();
  const actions = useQuery(reads.actionItem.ofReview(review.key));
  const today = useToday();
  const { columns } = useBlockOptions();
  const rows = actions.data?.items ?? [];
  const verified = rows.filter((row) => row.status === "verified").length;
  const late = rows.filter((row) => isLate(row, today)).length;
  return (
    <BlockFrame
      title={countWords(rows.length, "action")}
      note={`${verified} verified${late > 0 ? `, ${late} late` : ""}${isNow ? " now" : ""}`}
      link={{ href: `/actions?review=${review.key}`, label: "Open in Actions" }}
      state={stateOf(actions)}
    >
      {rows.length === 0 ? <p className={textStyles.muted}>No actions yet. Add one to a factor, or here.</p> : null}
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className={textStyles.recordKey}>
                <NextLink href={`/actions/${row.key}`}>{row.key}</NextLink>
              </td>
              <td>
                {row.title}
                {columns.includes("doneWhen") ? <DoneWhen actionKey={row.key} /> : null}
              </td>
              {columns.includes("priority") ? <td className={textStyles.unbroken}>{row.priority}</td> : null}
              {columns.includes("owner") ? (
                <td className={cx(textStyles.wideOnly, textStyles.unbroken)}>
                  {row.owner?.name ?? <span className={textStyles.muted}>No owner</span>}
                </td>
              ) : null}
              {columns.includes("due") ? (
                <td className={cx(textStyles.figure, textStyles.unbroken)}>
                  <DueWords row={row} today={today} />
                </td>
              ) : null}
              {columns.includes("status") ? (
                <td className={cx(textStyles.wideOnly, textStyles.unbroken)}>
                  <RowStatus row={row} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {review.abilities.write ? (
        <Button className="noprint" kind="ghost" icon={<Plus size={14} />} onClick={() => addAction([])}>
          Add action
        </Button>
      ) : null}
    </BlockFrame>
  );
}

function DueWords({ row, today }: { row: ActionItemRow; today: string }) {
  const days = daysLate(row, today);
  if (days !== null && days > 0) return <Late daysLate={days} />;
  return row.dueDate ? wordsOfDate(row.dueDate, today) : null;
}

function RowStatus({ row }: { row: ActionItemRow }) {
  const { kind, words } = statusOf(row);
  return <Status kind={kind}>{words}</Status>;
}

function DoneWhen({ actionKey }: { actionKey: string }) {
  const action = useQuery(reads.actionItem.get(actionKey));
  return action.data?.doneWhen ? <p className={textStyles.muted}>Done when: {action.data.doneWhen}</p> : null;
}
