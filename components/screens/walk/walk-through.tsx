"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Walk } from "#lib/contract/walk.ts";
import { ItemList } from "./item-list.tsx";
import { Minutes } from "./minutes.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import {
  asNow,
  givenOf,
  nameOf,
  notedOf,
  OUTCOMES,
  type Outcome,
  type OutcomeFields,
  SUBJECT_WORDS,
  type Subject,
} from "./subject.ts";
import { useWalk } from "./use-walk.ts";
import styles from "./walk.module.css";
import { WalkHead } from "./walk-head.tsx";
import { WalkItem } from "./walk-item.tsx";

const KINDS = ["action", "change", "condition"] as const;
const NO_FIELDS: OutcomeFields = { day: null, personId: "", reason: "", mitigation: "" };

type Asked = Exclude<Outcome, "accept">;

/** The item that is shown, and the outcome whose form is open. */
interface Place {
  at: number;
  outcome: Asked | null;
}

const draftOf = ({ key }: Subject, outcome: Outcome) => `${key} ${outcome}`;

export interface WalkThroughProps {
  walk: Walk;
  list: readonly Subject[];
  today: string;
  /** Whether a button of this page started or joined it. That button is gone, so the first item gets the focus. */
  isJoined?: boolean | undefined;
}

/** The meeting while it runs: the list, the item under discussion with its outcome keys, and the minutes. */
export function WalkThrough({ walk, list, today, isJoined = false }: WalkThroughProps) {
  const [at, setAt] = useState(0);
  const [outcome, setOutcome] = useState<Asked | null>(null);
  /** Of forms that were left or rejected, by their subject and outcome. */
  const [drafts] = useState(() => new Map<string, OutcomeFields>());
  const place = useRef<Place>({ at: 0, outcome: null });
  const { decide, undo, end, isBusy } = useWalk(walk.id);
  const listed = list[at];
  // Of a proposal, others can have found more since the list was made.
  const { data: proposals } = useQuery({ ...reads.promotion.list(), enabled: listed?.kind === "condition" });
  const item = listed && asNow(listed, proposals?.items ?? []);
  // As it is now: the list is older than what was decided since.
  const now = useQuery({ ...reads.actionItem.get(item?.key ?? ""), enabled: item?.kind === "action" });
  const decided = new Map(
    walk.lines.filter(({ undone, outcome: one }) => !undone && one !== "note").map((line) => [line.about?.key, line]),
  );
  const region = useRef<HTMLElement>(null);
  // The form with the focus is gone with its item.
  useEffect(() => {
    if ((at > 0 || isJoined) && document.activeElement === document.body) region.current?.focus();
  }, [at, isJoined]);
  const show = (next: Place) => {
    place.current = next;
    setOutcome(next.outcome);
    setAt(next.at);
  };
  const go = (to: number) => show({ at: Math.max(0, Math.min(list.length, to)), outcome: null });
  const outcomes = OUTCOMES.filter(({ kinds }) => item !== undefined && kinds.includes(item.kind));
  const choose = (one: Outcome) => (one === "accept" ? void send(one, NO_FIELDS) : show({ at, outcome: one }));
  useKeys([
    ...outcomes.map(({ outcome: one, keys, name }) => ({
      ...{ keys, label: name, group: "Outcome" },
      run: () => choose(one),
    })),
    { keys: "ArrowRight", label: "Next item", group: "Walk through", run: () => go(at + 1) },
    { keys: "ArrowLeft", label: "Previous item", group: "Walk through", run: () => go(at - 1) },
  ]);
  const send = async (one: Outcome, fields: OutcomeFields) => {
    if (!item) return;
    const done = OUTCOMES.find((option) => option.outcome === one)?.done ?? "";
    const version = now.data?.version ?? (item.kind === "action" ? item.row.version : 1);
    const decided = decide(givenOf(item, one, version, fields), `${nameOf(item)}: ${done}`);
    // The next key is for the next item, and can come before the response.
    go(at + 1);
    if (await decided) drafts.delete(draftOf(item, one));
    else if (place.current.outcome === null) show({ at, outcome: one === "accept" ? null : one });
  };
  return (
    <div className={styles.walk}>
      <WalkHead
        {...{ walkId: walk.id, day: walk.day, startedAt: walk.startedAt, at, isBusy }}
        list={list}
        onGo={go}
        onEnd={() => void end()}
      />
      <nav className={styles.list} aria-label="Items">
        {KINDS.map((kind) => (
          <ItemList key={kind} kind={kind} list={list} at={at} decidedOf={(key) => decided.get(key)?.text} onGo={go} />
        ))}
      </nav>
      <section
        ref={region}
        tabIndex={-1}
        className={styles.item}
        aria-label={item ? SUBJECT_WORDS[item.kind].one : "End of the list"}
      >
        <p className={textStyles.visuallyHidden} aria-live="polite">
          {item ? `${SUBJECT_WORDS[item.kind].one} ${item.kind === "condition" ? "" : item.key} ${item.title}` : ""}
        </p>
        {item ? (
          <WalkItem key={item.key} subject={item} standing={walk.standing.find(isAbout(item))} today={today} />
        ) : (
          <EmptyState title={list.length === 0 ? "No late actions, changes at risk or proposals" : "No more items"}>
            End the meeting to send its minutes. Reminders that were held back are sent then too.
          </EmptyState>
        )}
        {item ? (
          <>
            <Outcomes outcomes={outcomes} chosen={outcome} onChoose={choose} />
            {outcome ? (
              <OutcomeForm
                key={`${item.key} ${outcome}`}
                outcome={outcome}
                row={item.kind === "action" ? (now.data ?? item.row) : undefined}
                today={today}
                started={drafts.get(draftOf(item, outcome)) ?? NO_FIELDS}
                onChange={(fields) => void drafts.set(draftOf(item, outcome), fields)}
                onSend={(fields) => void send(outcome, fields)}
                onLeave={() => {
                  go(at);
                  region.current?.focus();
                }}
              />
            ) : null}
          </>
        ) : null}
      </section>
      <aside className={styles.side}>
        <Section id="minutes" title="Minutes" count="written as you go">
          <Minutes
            walk={walk}
            isBusy={isBusy}
            onUndo={undo}
            onAdd={(reason) => decide({ outcome: "note", reason, ...notedOf(item) }, "Added")}
          />
        </Section>
      </aside>
    </div>
  );
}

const isAbout =
  ({ kind, key }: Subject) =>
  (one: Walk["standing"][number]) =>
    one.kind === kind && one.key === key;

interface OutcomesProps {
  outcomes: readonly (typeof OUTCOMES)[number][];
  chosen: Outcome | null;
  onChoose: (outcome: Outcome) => void;
}

function Outcomes({ outcomes, chosen, onChoose }: OutcomesProps) {
  return (
    <fieldset className={styles.outcomes} aria-label="Outcome">
      {outcomes.map(({ outcome, keys, name, needs }) => (
        <button
          key={outcome}
          type="button"
          aria-pressed={chosen === outcome}
          aria-keyshortcuts={keys}
          onClick={() => onChoose(outcome)}
        >
          <span className={styles.key}>
            <Kbd keys={keys} />
          </span>
          <span>
            <b>{name}</b>
            <small className={textStyles.secondary}>{needs}</small>
          </span>
        </button>
      ))}
    </fieldset>
  );
}
