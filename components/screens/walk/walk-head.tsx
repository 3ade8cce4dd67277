"use client";

import { ChevronLeft } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { longDay } from "#lib/base/time/local-date.ts";
import { PeoplePresent } from "./people-present.tsx";
import type { Subject } from "./subject.ts";
import { timeWords } from "./time-left.ts";
import styles from "./walk.module.css";

interface HeadProps {
  walkId: string;
  day: string;
  startedAt: string;
  at: number;
  list: readonly Subject[];
  isBusy: boolean;
  onGo: (index: number) => void;
  onEnd: () => void;
}

/** The bar of a running meeting: how far it is, who is there, and its buttons. */
export function WalkHead({ walkId, day, startedAt, at, list, isBusy, onGo, onEnd }: HeadProps) {
  const count = list.length;
  return (
    <header className={styles.head}>
      <h1 className={styles.day}>{longDay(day)}</h1>
      <span className={styles.progress} aria-hidden="true">
        {list.map(({ key }, index) => (
          <i key={key} data-passed={index < at || undefined} data-current={index === at || undefined} />
        ))}
      </span>
      <span className={textStyles.secondary}>
        {count === 0 ? "No items" : `${Math.min(at + 1, count)} of ${count}`}
      </span>
      <TimeLeft startedAt={startedAt} done={Math.min(at, count)} count={count} />
      <PeoplePresent walkId={walkId} />
      <span className={styles.buttons}>
        <IconButton
          label="Previous item"
          keys="ArrowLeft"
          icon={<ChevronLeft size={14} />}
          onClick={() => onGo(at - 1)}
        />
        <Button disabled={at >= count} onClick={() => onGo(at + 1)}>
          Skip <Kbd keys="ArrowRight" />
        </Button>
        <Button busy={isBusy} busyLabel="Saving" onClick={onEnd}>
          End the meeting
        </Button>
      </span>
    </header>
  );
}

const REFRESH_MS = 15_000;

/** How long the meeting has run, and about how long the rest takes. */
function TimeLeft({ startedAt, done, count }: { startedAt: string; done: number; count: number }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return now === null ? null : (
    <span className={textStyles.secondary} title="At the pace so far">
      {timeWords(startedAt, { done, count }, now)}
    </span>
  );
}
