"use client";

import { useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { GivenTime } from "#lib/contract/import.ts";
import type { ListedRow, RowTime } from "./preview-row-list.ts";
import styles from "./time-answer.module.css";

/** The incident in which typed times are read. */
export interface TimeFrame {
  zone: string;
  zones: readonly string[];
  nearAt: string;
}

type TimeAnswerProps = {
  listed: ListedRow;
  time: RowTime;
  frame: TimeFrame;
  onTime: (time: GivenTime, isGiven: boolean) => void;
};

/** Sets the time of one row in place: one of its possible meanings, or a typed one. Can be undone. */
export function TimeAnswer({ listed, time, frame, onTime }: TimeAnswerProps) {
  const [isOpen, setOpen] = useState(false);
  const { of, choices, isGiven, precision } = time;
  const give = (at: string, known: GivenTime["precision"]) => {
    setOpen(false);
    onTime({ ...of, at, precision: known }, true);
  };
  if (isGiven)
    return (
      <span className={styles.line}>
        You set this time.{" "}
        <button
          type="button"
          className={textStyles.link}
          data-time={listed.key}
          aria-label={`Undo the time of ${listed.text}`}
          onClick={() => onTime({ ...of, at: frame.nearAt, precision }, false)}
        >
          Undo
        </button>
      </span>
    );
  if (isOpen) return <TypedTime listed={listed} frame={frame} onGive={give} onClose={() => setOpen(false)} />;
  return (
    <span className={styles.line}>
      {choices.length > 0 ? (
        <Seg
          label={`Time of ${listed.text}`}
          value=""
          options={choices.map(({ label, at }) => ({ value: at, label }))}
          onChange={(at) => give(at, precision)}
        />
      ) : null}
      <button
        type="button"
        className={textStyles.link}
        data-time={listed.key}
        aria-label={`Set time of ${listed.text}`}
        onClick={() => setOpen(true)}
      >
        {choices.length > 0 ? "Another time" : "Set time"}
      </button>
    </span>
  );
}

type TypedTimeProps = {
  listed: ListedRow;
  frame: TimeFrame;
  onGive: (at: string, precision: GivenTime["precision"]) => void;
  onClose: () => void;
};

function TypedTime({ listed, frame, onGive, onClose }: TypedTimeProps) {
  const when = useWhen("", frame.zone, listed.row?.at ?? frame.nearAt);
  const [tried, setTried] = useState(false);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (when.reading?.ok) onGive(when.reading.at, when.reading.precision);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <WhenField
        label={`Time of ${listed.text}`}
        labelHidden
        when={when}
        zones={frame.zones}
        placeholder="14:30, 13 Feb 14:30"
        error={tried && when.reading === null ? "Enter a time" : undefined}
        autoFocus
      />
      <span className={styles.line}>
        <Button type="submit" kind="primary">
          Set time
        </Button>
        <Button kind="ghost" onClick={onClose}>
          Cancel
        </Button>
      </span>
    </form>
  );
}
