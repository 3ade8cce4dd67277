"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { useIsLong } from "#components/ui/use-is-long.ts";
import styles from "./reading-progress.module.css";
import { readingWords } from "./reading-words.ts";
import type { SourceFile } from "./source-file.ts";

const EVERY_MS = 700;

type ReadingProgressProps = { incidentKey: string; file: SourceFile; onCancel: () => void };

/** How far a file is sent and read, with Cancel. The file stays selected. */
export function ReadingProgress({ incidentKey, file, onCancel }: ReadingProgressProps) {
  const isLong = useIsLong();
  const input = { key: incidentKey, readingId: file.id };
  const { data } = useQuery({
    ...reads.import.progress(input),
    enabled: isLong,
    refetchInterval: EVERY_MS,
    retry: false,
    gcTime: 0,
  });
  const { words, bar } = readingWords(file, data ?? null);
  return (
    <span className={styles.reading}>
      <span role="status" className={isLong ? textStyles.visuallyHidden : textStyles.muted}>
        Reading {file.name}
      </span>
      {isLong ? <span className={cx(textStyles.muted, textStyles.figure)}>{words}</span> : null}
      {isLong && bar ? <ProgressBar label={words} value={bar.value} max={bar.max} /> : null}
      {isLong ? (
        <Button kind="ghost" onClick={onCancel} aria-label={`Cancel reading ${file.name}`}>
          Cancel
        </Button>
      ) : null}
    </span>
  );
}

type CancelledReadingProps = { file: SourceFile; onRead: () => void };

/** A file whose reading was cancelled. */
export function CancelledReading({ file, onRead }: CancelledReadingProps) {
  return (
    <span className={styles.reading}>
      <span role="status" className={textStyles.muted}>
        Reading cancelled. Nothing was saved.
      </span>
      <Button kind="ghost" onClick={onRead} aria-label={`Read ${file.name}`}>
        Read file
      </Button>
    </span>
  );
}
