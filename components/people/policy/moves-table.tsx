import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { cx } from "#components/ui/cx.ts";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { capital, countWords, listWords } from "#lib/base/text/sentence.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { MOVE_KINDS, type PolicyMove, type PolicyPreview } from "#lib/contract/policy.ts";
import styles from "./policy.module.css";
import type { PolicyDraft } from "./use-policy-writes.ts";

type WhatMovesProps = {
  draft: PolicyDraft;
  movePast: boolean;
  onMovePast: (movePast: boolean) => void;
};

/** The kinds that move only if existing dates do. */
const KINDS = MOVE_KINDS.filter((kind) => kind !== "change");

const KIND_WORDS: Record<(typeof KINDS)[number], string> = {
  action: "due date of an action",
  ladder: "reminders of an action",
  review: "review",
  deadline: "deadline",
};

const MANY: Record<(typeof KINDS)[number], string> = {
  action: "due dates of actions",
  ladder: "reminders of actions",
  review: "reviews",
  deadline: "deadlines",
};

/** "2 due dates of actions and 1 review". Empty if nothing moves. */
const countsWords = ({ counts }: PolicyPreview): string =>
  listWords(KINDS.flatMap((kind) => (counts[kind] ? [countWords(counts[kind], KIND_WORDS[kind], MANY[kind])] : [])));

const SETTLED_MS = 400;

/** Returns a value once it hasn't changed for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text)), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Dates that would move if existing dates moved too, and the choice whether they do. */
export function WhatMoves({ draft, movePast, onMovePast }: WhatMovesProps) {
  // What moves doesn't depend on the name.
  const asked = useSettled({ ...draft, name: "Preview" });
  const { data, error, refetch } = useQuery(reads.policy.preview(asked));
  if (error) return <NotRead what="what would move" error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label="Loading what would move" />;
  const words = countsWords(data);
  const total = MOVE_KINDS.reduce((sum, kind) => sum + (data.counts[kind] ?? 0), 0);
  const late = data.late > 0 ? `, ${data.late} of which would already be late` : "";
  const choice = (value: boolean, title: string, text: string) => (
    <label>
      <span>
        <input type="radio" name="past" checked={movePast === value} onChange={() => onMovePast(value)} />{" "}
        <b className={textStyles.emphasis}>{title}</b>
      </span>
      <span className={textStyles.caption}>{text}</span>
    </label>
  );
  return (
    <>
      <div className={styles.existingDates} role="radiogroup" aria-label="Existing due dates">
        {choice(
          false,
          "Keep existing dates",
          "Existing due dates and their reminders stay. New due dates follow this policy.",
        )}
        {choice(true, "Move these too", words ? `${capital(words)} would move${late}.` : "No due dates would move.")}
      </div>
      {data.counts.change ? (
        <p className={textStyles.caption}>
          Strategic changes follow a policy as soon as it is saved. Dates of{" "}
          {countWords(data.counts.change, "strategic change")} move either way.
        </p>
      ) : null}
      {data.items.length > 0 ? <MovesTable items={data.items} /> : null}
      {total > data.items.length ? (
        <p className={textStyles.caption}>
          The first {data.items.length} of {total}.
        </p>
      ) : null}
    </>
  );
}

function MovesTable({ items }: { items: readonly PolicyMove[] }) {
  return (
    <Table caption="What would move" className={styles.moves}>
      <thead>
        <tr>
          <HeadCell>ID</HeadCell>
          <HeadCell>Title</HeadCell>
          <HeadCell>Now</HeadCell>
          <HeadCell>Would be</HeadCell>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={`${item.kind} ${item.key} ${item.what}`}>
            <td className={cx(textStyles.figure, textStyles.unbroken)}>{item.key}</td>
            <td>
              {item.title}{" "}
              <span className={textStyles.note}>
                {item.what ?? (item.kind === "ladder" ? "manager is notified" : "")}
              </span>
            </td>
            <td className={cx(textStyles.figure, textStyles.unbroken, textStyles.secondary)}>
              {momentOf(item.now, item.deadline === "added" ? "none" : missingWords(item))}
            </td>
            <td className={cx(textStyles.figure, textStyles.unbroken)}>
              {momentOf(item.wouldBe, item.deadline === "removed" ? "removed" : missingWords(item))}{" "}
              {item.late ? <span className={styles.late}>already late</span> : null}
            </td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** A deadline that waits for its event has no date yet. */
const missingWords = ({ kind }: PolicyMove) => (kind === "deadline" ? "no date yet" : "none");

/** A day, or a day and a time in UTC. */
const momentOf = (at: string | null, missing: string): string =>
  at === null ? missing : at.length === 10 ? longDay(at) : instantWords(at, "UTC");
