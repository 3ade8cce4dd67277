"use client";

import { ChevronLeft } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { useHere } from "#components/base/api/use-here.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { hueOf } from "#components/ui/labels/hue.ts";
import { PresenceAvatars } from "#components/ui/marks/presence-avatars.tsx";
import { newId } from "#components/ui/new-id.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import type { Subject } from "./subject.ts";
import { timeWords } from "./time-left.ts";
import styles from "./walk.module.css";

/** Who else has the meeting open. Not a live region, so new arrivals aren't announced. */
function PeoplePresent({ walkId }: { walkId: string }) {
  const me = useMe();
  const [screen] = useState(newId);
  const [others, setOthers] = useState<readonly { id: string; name: string }[]>([]);
  const say = useCallback(async () => {
    // A failed report only hides the person from others, so there's no message about it.
    const answer = await api.walk.here({ id: walkId, screen }).catch(() => null);
    if (answer) setOthers(answer.people);
  }, [walkId, screen]);
  useHere(say, { address: `/api/v1/programme/walks/${walkId}/presence`, screen });
  if (!me || others.length === 0) return null;
  return (
    <p className={styles.present}>
      <PresenceAvatars
        people={[{ id: me.id, name: me.name }, ...others.map((one) => ({ ...one, hue: hueOf(one.id) }))]}
      />
      <span className={textStyles.secondary}>Also here: {listWords(others.map(({ name }) => name))}</span>
    </p>
  );
}

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
