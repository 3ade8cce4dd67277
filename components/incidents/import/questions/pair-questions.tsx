"use client";

import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { eventClock } from "#lib/base/time/zoned-clock.ts";
import type { EventPair } from "#lib/contract/import.ts";
import { placeWords } from "#lib/incidents/import/place-words.ts";
import { certaintyOf } from "#lib/incidents/timeline/score/score-marks.ts";
import { type FileAnswers, pairAnswer, pairKey, withPairs } from "../draft/draft-import.ts";
import type { ShownDraft } from "../draft/use-drafts.ts";
import styles from "./pair-questions.module.css";

const FIRST = 8;
const SURE = 0.9;

type PairQuestionsProps = {
  drafts: readonly ShownDraft[];
  onAnswer: (id: string, answers: FileAnswers) => void;
};

/** Pairs that seem to be one event, side by side: within a file, and with the timeline. Without an answer both stay. */
export function PairQuestions({ drafts, onAnswer }: PairQuestionsProps) {
  const id = useId();
  const [all, setAll] = useState(false);
  const pairs = drafts.flatMap(({ file, answers, preview, problem }) =>
    preview && !problem
      ? preview.pairs.map((pair) => ({
          pair,
          fileId: file.id,
          format: preview.format,
          answer: pairAnswer(answers, pair),
        }))
      : [],
  );
  if (pairs.length === 0) return null;
  const sure = pairs.filter(({ pair, answer }) => pair.certainty >= SURE && answer === null);
  const answer = (fileId: string, some: readonly EventPair[], same: boolean) => {
    const draft = drafts.find(({ file }) => file.id === fileId);
    if (draft) onAnswer(fileId, withPairs(draft.answers, some, same));
  };
  return (
    <Section
      id={id}
      title="Possible duplicates"
      count={`${countWords(pairs.length, "pair")}. If you don't choose, both events stay.`}
      right={
        sure.length > 1 ? (
          <Button
            onClick={() => {
              for (const [fileId, some] of Map.groupBy(sure, (one) => one.fileId))
                answer(
                  fileId,
                  some.map(({ pair }) => pair),
                  true,
                );
            }}
          >
            Merge all at 90% or above, {countWords(sure.length, "pair")}
          </Button>
        ) : undefined
      }
    >
      <ul className={styles.pairs}>
        {(all ? pairs : pairs.slice(0, FIRST)).map((one) => (
          <PairLine
            key={`${one.fileId} ${pairKey(one.pair)}`}
            {...one}
            onAnswer={(same) => answer(one.fileId, [one.pair], same)}
          />
        ))}
      </ul>
      {all || pairs.length <= FIRST ? null : (
        <Button kind="ghost" onClick={() => setAll(true)}>
          Show {pairs.length - FIRST} more
        </Button>
      )}
    </Section>
  );
}

type PairLineProps = { pair: EventPair; format: string; answer: boolean | null; onAnswer: (same: boolean) => void };

function PairLine({ pair, format, answer, onAnswer }: PairLineProps) {
  const { one, other, certainty, reason } = pair;
  const sides = [one, other].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <li className={styles.pair}>
      <div className={cx(styles.sides, answer === true && styles.joined, answer === false && styles.apart)}>
        {sides.map((side) => (
          <Side key={side.row ?? `E${side.eventNumber}`} side={side} format={format} />
        ))}
      </div>
      <div className={styles.ask}>
        <Seg
          label={`${one.title}; ${other.title}`}
          value={answer === null ? "" : answer ? "one" : "two"}
          options={[
            { value: "one", label: "One event" },
            { value: "two", label: "Two events" },
          ]}
          onChange={(value) => onAnswer(value === "one")}
        />
        <small>
          <b>{Math.round(certainty * 100)}%</b> {reason}
        </small>
      </div>
    </li>
  );
}

function Side({ side, format }: { side: EventPair["other"]; format: string }) {
  const { at, precision, shape, title, letter, label, line, eventNumber, actor } = side;
  return (
    <p className={styles.side}>
      <SourceLetter letter={letter} name={label} />
      <time className={textStyles.figure} dateTime={at}>
        {eventClock({ at, endAt: null, precision }, "UTC").text}
      </time>
      <EventGlyph shape={shape} certainty={certaintyOf(side)} />
      <span className={styles.words}>
        {actor ? `${actor}: ` : ""}
        {title}
      </span>
      <span className={cx(textStyles.figure, styles.place)}>
        {eventNumber === null ? placeWords(format, line ?? 0) : `E${eventNumber}, in the timeline`}
      </span>
    </p>
  );
}
