"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, ChevronLeft } from "lucide-react";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { longDay } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { Walk } from "#lib/contract/walk.ts";
import { Minutes } from "./minutes.tsx";
import { OUTCOMES, type Outcome, type OutcomeFields, OutcomeForm } from "./outcome-form.tsx";
import { type Given, useWalk } from "./use-walk.ts";
import styles from "./walk.module.css";
import { WalkItem } from "./walk-item.tsx";

function givenOf(
  outcome: Outcome,
  { key, version }: Pick<ActionItemRow, "key" | "version">,
  fields: OutcomeFields,
): Given {
  const { personId, reason, mitigation } = fields;
  const day = fields.day ?? "";
  switch (outcome) {
    case "date":
      return { outcome, key, version, date: day, reason };
    case "help":
      return { outcome, key, version, until: day, reason, from: { kind: "person", id: personId } };
    case "decline":
      return { outcome, key, version, reason };
    case "waive":
      return { outcome, key, version, until: day, reason, mitigation };
    case "ask":
      return { outcome, key, personId, by: day, reason };
  }
}

interface WalkThroughProps {
  walk: Walk;
  list: readonly ActionItemRow[];
  today: string;
}

/** The meeting while it runs: the list, the item that is talked about with its outcome keys, and the minutes. */
export function WalkThrough({ walk, list, today }: WalkThroughProps) {
  const [at, setAt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { decide, undo, end, isBusy } = useWalk(walk.id);
  const item = list[at];
  // As it is now: the list is older than what was decided since.
  const now = useQuery({ ...reads.actionItem.get(item?.key ?? ""), enabled: item !== undefined });
  const decided = new Map(
    walk.lines.filter(({ undone, outcome: one }) => !undone && one !== "note").map((line) => [line.action?.key, line]),
  );
  const go = (to: number) => {
    setOutcome(null);
    setAt(Math.max(0, Math.min(list.length, to)));
  };
  useKeys([
    ...OUTCOMES.map(({ outcome: one, keys, name }) => ({
      ...{ keys, label: name, group: "Outcome" },
      run: () => (item ? setOutcome(one) : undefined),
    })),
    { keys: "ArrowRight", label: "Next item", group: "Walk through", run: () => go(at + 1) },
    { keys: "ArrowLeft", label: "Previous item", group: "Walk through", run: () => go(at - 1) },
  ]);
  const send = async (fields: OutcomeFields) => {
    if (!item || outcome === null) return;
    const name = OUTCOMES.find((one) => one.outcome === outcome)?.name ?? "";
    if (await decide(givenOf(outcome, now.data ?? item, fields), `${item.key}: ${name.toLowerCase()}`)) go(at + 1);
  };
  return (
    <div className={styles.walk}>
      <header className={styles.head}>
        <h1 className={styles.day}>{longDay(walk.day)}</h1>
        <span className="second">
          {list.length === 0 ? "No late actions" : `${Math.min(at + 1, list.length)} of ${list.length}`}
        </span>
        <span className={styles.buttons}>
          <IconButton
            label="Previous item"
            keys="ArrowLeft"
            icon={<ChevronLeft size={14} />}
            onClick={() => go(at - 1)}
          />
          <Button disabled={at >= list.length} onClick={() => go(at + 1)}>
            Skip <Kbd keys="ArrowRight" />
          </Button>
          <Button busy={isBusy} busyLabel="Saving" onClick={() => void end()}>
            End the meeting
          </Button>
        </span>
      </header>
      <nav className={styles.list} aria-label="Late actions">
        <ol>
          {list.map(({ key, title }, index) => (
            <li key={key}>
              <button type="button" aria-current={index === at ? "step" : undefined} onClick={() => go(index)}>
                <span className="record-key num">{key}</span>
                <span className={styles.title}>{title}</span>
                {decided.has(key) ? <Check size={14} aria-label="decided" /> : null}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <section className={styles.item} aria-label="Late action">
        <p className="visually-hidden" aria-live="polite">
          {item ? `${item.key} ${item.title}` : ""}
        </p>
        {item ? (
          <WalkItem key={item.key} item={item} today={today} />
        ) : (
          <EmptyState title={list.length === 0 ? "No late actions" : "That was the last one"}>
            End the meeting to keep its minutes. Reminders that waited are sent then.
          </EmptyState>
        )}
        {item ? (
          <>
            <fieldset className={styles.outcomes} aria-label="Outcome">
              {OUTCOMES.map(({ outcome: one, keys, name, needs }) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={outcome === one}
                  aria-keyshortcuts={keys}
                  onClick={() => setOutcome(one)}
                >
                  <Kbd keys={keys} />
                  <span>
                    <b>{name}</b>
                    <small className="second">{needs}</small>
                  </span>
                </button>
              ))}
            </fieldset>
            {outcome ? (
              <OutcomeForm
                key={`${item.key} ${outcome}`}
                outcome={outcome}
                today={today}
                isBusy={isBusy}
                onSend={(fields) => void send(fields)}
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
            onUndo={(lineId) => void undo(lineId)}
            onAdd={(reason) => decide({ outcome: "note", reason, ...(item ? { key: item.key } : {}) }, "Added")}
          />
        </Section>
      </aside>
    </div>
  );
}
