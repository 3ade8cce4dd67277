"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp, RotateCcw, UserRoundPen } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { readWordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ReviewVersion, VersionDiff } from "#lib/contract/version.ts";
import { hasChanges } from "#lib/reviews/version/diff.ts";
import { versionTitle } from "#lib/reviews/version/version-words.ts";
import { ChangedBlocks } from "./changed-blocks.tsx";
import { ChangedRecords } from "./changed-records.tsx";
import { useAuthors } from "./use-authors.ts";
import type { VersionChangesOf } from "./use-version-changes.ts";
import styles from "./version-comparison.module.css";

const VIEWS = ["inline", "side"] as const;

interface VersionComparisonProps {
  reviewKey: string;
  versions: readonly ReviewVersion[];
  from: number;
  /** null: the text as it is now. */
  to: number | null;
  mayWrite: boolean;
  changes: VersionChangesOf;
  /** Compares with another version. */
  onCompare: (from: number) => void;
}

/** The changes from one version to another, with buttons to restore each block or all of them. */
export function VersionComparison(props: VersionComparisonProps) {
  const { reviewKey, versions, from, to, mayWrite, changes, onCompare } = props;
  const diff = useQuery(reads.version.diff({ key: reviewKey, from, ...(to === null ? {} : { to }) }));
  const [view, setView] = useQueryState("view", parseAsStringLiteral(VIEWS).withDefault("inline"));
  const [isAsking, setAsking] = useState(false);
  const authors = useAuthors(reviewKey, diff.data, isAsking);
  const body = useRef<HTMLElement>(null);
  const go = (by: 1 | -1) => {
    const all = [...(body.current?.querySelectorAll<HTMLElement>("[data-change]") ?? [])];
    const at = all.indexOf(document.activeElement?.closest<HTMLElement>("[data-change]") as HTMLElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  };
  useKeys([
    { keys: "F8", label: "Next change", group: "Versions", run: () => go(1) },
    { keys: "shift+F8", label: "Previous change", group: "Versions", run: () => go(-1) },
  ]);
  const nameOf = (number: number) => {
    const version = versions.find((one) => one.number === number);
    const title = version ? versionTitle(version) : "";
    return title ? `v${number}, ${title}` : `v${number}`;
  };
  const older = versions.filter(({ number }) => to === null || number < to);
  const options = older.some(({ number }) => number === from) ? older : [...older, { number: from }];
  return (
    <section className={styles.comparison} aria-labelledby="comparison" ref={body}>
      <div className={styles.head}>
        <h2 id="comparison">
          v{from} to {to === null ? "now" : `v${to}`}
        </h2>
        <Select
          aria-label="Compare with"
          value={String(from)}
          options={options.map(({ number }) => ({ value: String(number), label: nameOf(number) }))}
          onChange={(event) => onCompare(Number(event.target.value))}
        />
        <span className={styles.views}>
          <Button
            className={styles.ask}
            icon={<UserRoundPen size={14} />}
            aria-pressed={isAsking}
            busy={isAsking && !authors.known && !authors.error}
            busyLabel="Loading"
            onClick={() => setAsking(!isAsking)}
          >
            Who wrote this
          </Button>
          <Seg
            label="View"
            value={view}
            options={[
              { value: "inline", label: "Inline" },
              { value: "side", label: "Side by side" },
            ]}
            onChange={(value) => void setView(value === "side" ? "side" : null)}
          />
          <IconButton label="Previous change" keys="shift+F8" icon={<ChevronUp />} onClick={() => go(-1)} />
          <IconButton label="Next change" keys="F8" icon={<ChevronDown />} onClick={() => go(1)} />
        </span>
      </div>
      {diff.isPending ? <SkeletonText lines={10} label="Comparing" /> : null}
      {diff.isError ? (
        <ErrorState
          title="Couldn't compare the versions"
          next={readWordsOf(diff.error)}
          action={<Button onClick={() => void diff.refetch()}>Try again</Button>}
        />
      ) : null}
      {diff.data ? (
        <>
          <Summary diff={diff.data} />
          {isAsking ? <AskingNote error={authors.error} /> : null}
          <ChangedRecords diff={diff.data} />
          <ChangedBlocks
            reviewKey={reviewKey}
            key={`${from} ${to}`}
            diff={diff.data}
            isSideBySide={view === "side"}
            authors={authors.known}
            onRestore={mayWrite && to === null ? (ids, words) => changes.restore(from, { ids, words }) : undefined}
          />
          {mayWrite ? <RestoreAll number={to ?? from} isNow={to === null} changes={changes} /> : null}
        </>
      ) : null}
    </section>
  );
}

function AskingNote({ error }: { error: unknown }) {
  if (error) return <p className={styles.note}>Couldn't load the authors. {readWordsOf(error)}</p>;
  return (
    <p className={styles.note}>
      Hover over a sentence, or use the arrow keys. Moving or restoring text doesn't change its author.
    </p>
  );
}

function Summary({ diff: { blocks, changes } }: { diff: VersionDiff }) {
  const touched = blocks.filter(({ op }) => op !== "same").length;
  const { title } = changes;
  if (!hasChanges(changes)) return <p className={styles.summary}>Nothing changed.</p>;
  return (
    <p className={styles.summary}>
      {title ? (
        <span>
          Title: <del>{title.before}</del> <ins>{title.after}</ins>
        </span>
      ) : null}
      <span>
        {countWords(touched, "block")} changed of {blocks.length}
      </span>
      {changes.wordsIn + changes.wordsOut > 0 ? (
        <span>
          {countWords(changes.wordsIn, "word")} in, {changes.wordsOut} out
        </span>
      ) : null}
      {changes.records.length > 0 ? <span>{countWords(changes.records.length, "live block")}</span> : null}
    </p>
  );
}

function RestoreAll({ number, isNow, changes }: { number: number; isNow: boolean; changes: VersionChangesOf }) {
  return (
    <div className={styles.restore}>
      <p>
        <b>Restore all of v{number}?</b> The text returns to {isNow ? "what it was then" : `v${number}`}. The current
        text is saved as a version first, and you can undo this. If others split or join lines at the same time, check
        those lines.
      </p>
      <Button
        icon={<RotateCcw size={14} />}
        busy={changes.isRestoring}
        busyLabel="Restoring"
        onClick={() => changes.restore(number)}
      >
        Restore v{number}
      </Button>
    </div>
  );
}
