"use client";

import NextLink from "next/link";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { StatusMark } from "#components/ui/labels/status.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import {
  ACTION_STATUS_WORDS,
  ACTION_STATUSES,
  EFFECT_ANSWER_WORDS,
  EFFECT_ANSWERS,
  POINT_ANSWER_WORDS,
  RELATION_WORDS,
  RELATIONS,
} from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { LinkedText } from "../linked-text.tsx";
import { statusKind } from "../options.tsx";
import styles from "./history-list.module.css";

type Entry = ActionItem["history"][number];

/** Every step and every moved date, newest first, with who, why and the evidence. */
export function HistoryList({ item }: { item: ActionItem }) {
  const today = useToday();
  // Two entries of one write have the same instant.
  const entries = item.history.map((entry, place) => ({ entry, id: `${place} ${entry.at}` }));
  return (
    <ol className={styles.history}>
      {entries.toReversed().map(({ entry, id }) => (
        <li key={id}>
          <Mark entry={entry} />
          <div>
            <span>{wordsOf(entry, today)}</span>
            {entry.others.map(({ key, title }, at) => (
              <span key={key}>
                {at > 0 ? ", " : " "}
                <NextLink className={textStyles.link} href={pathOf(key)}>
                  {key} {title}
                </NextLink>
              </span>
            ))}
            {entry.of ? <span className={textStyles.muted}> ({entry.of})</span> : null}
            {entry.by ? <span className={textStyles.muted}>, {entry.by}</span> : null}
            {entry.reason ? <p className={textStyles.note}>{entry.reason}</p> : null}
            {entry.evidence ? (
              <p className={textStyles.note}>
                <LinkedText text={entry.evidence} />
              </p>
            ) : null}
            {entry.answers.length > 0 ? (
              <ul className={textStyles.note}>
                {entry.answers.map(({ point, answer }) => (
                  <li key={point}>
                    {POINT_ANSWER_WORDS[answer]}: {point}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
          <span className={styles.end}>
            {entry.undoId && item.abilities.edit ? <UndoButton item={item} undoId={entry.undoId} /> : null}
            <Moment at={entry.at} />
          </span>
        </li>
      ))}
      <li>
        <Mark entry={{ kind: "status", to: "proposed" }} />
        <div>Proposed</div>
        <Moment at={item.createdAt} />
      </li>
    </ol>
  );
}

const CHECK_WORDS: Readonly<Record<string, string>> = {
  added: "Added to the checklist",
  changed: "Checklist changed",
  done: "Ticked off",
  reopened: "Unticked in the checklist",
  removed: "Removed from the checklist",
  restored: "Restored in the checklist",
};

const WANTED_WORDS: Readonly<Record<string, string>> = {
  asked: "Asked whether it is still wanted",
  kept: "Still wanted",
  asked_again: "Asked again whether it is still wanted",
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  owner: "Owner",
  team: "Team",
  priority: "Priority",
  title: "Title",
};

const WAIVER_WORDS: Readonly<Record<string, string>> = {
  requested: "Waiver requested",
  refused: "Waiver rejected",
  withdrawn: "Waiver request withdrawn",
  longer_requested: "Longer waiver requested",
  longer_refused: "Longer waiver rejected",
  longer_withdrawn: "Request for a longer waiver withdrawn",
};

const statusIn = (value: string | null) => ACTION_STATUSES.find((status) => status === value);

function UndoButton({ item, undoId }: { item: ActionItem; undoId: string }) {
  const { change } = useEditLayer();
  return (
    <Button kind="ghost" onClick={() => change([item], { kind: "rework_undone", id: undoId })}>
      Undo
    </Button>
  );
}

const pathOf = (key: string): string => `${PATHS[key.split("-")[0] ?? ""] ?? "/actions"}/${key}`;
const PATHS: Readonly<Record<string, string>> = { SC: "/strategy", REV: "/reviews", INC: "/incidents" };

/** With the name of the other record, which is a link after the words, and without it. */
const REWORK_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  split: ["Split off", "Parts split off"],
  split_off: ["Split off from", "Split off from another action"],
  merged: ["Merged as a duplicate into", "Merged as a duplicate into another action"],
  merged_in: ["Merged the duplicate", "Merged in a duplicate"],
  moved: ["Moved to", "Moved to another review or incident"],
  converted: ["Converted to", "Converted to a strategic change"],
};

function reworkWords(to: string | null, isUndone: boolean, isNamed: boolean): string {
  const words = REWORK_WORDS[to ?? ""]?.[isNamed ? 0 : 1] ?? "Changed";
  return isUndone ? `Undone: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

function relationWords(from: string | null, isRemoved: boolean, isNamed: boolean): string {
  const relation = RELATIONS.find((one) => one === from) ?? "relates";
  const words = RELATION_WORDS[relation];
  const sentence = isRemoved ? `Relation removed: ${words.toLowerCase()}` : words;
  return isNamed ? sentence : `${sentence} another action`;
}

function wordsOf({ kind, from, to, others }: Entry, today: string): string {
  if (kind === "effect") {
    const answer = EFFECT_ANSWERS.find((one) => one === to);
    return `Did it work? ${answer ? EFFECT_ANSWER_WORDS[answer] : ""}`;
  }
  const changed = FIELD_WORDS[kind];
  if (changed)
    return to === null
      ? `${changed} removed`
      : from === null
        ? `${changed}: ${to}`
        : `${changed} changed from ${from} to ${to}`;
  if (kind === "done_when") return "Done when changed";
  if (kind === "handed_over") return `Handed over to ${to ?? "someone who left"}`;
  if (kind === "verifier") return to === null ? "Verifier removed" : `${to} was asked to verify it`;
  if (kind === "wanted") return WANTED_WORDS[to ?? ""] ?? "Still wanted?";
  if (kind === "ask") return to === "asked" ? `${from ?? "Someone who left"} was asked about it` : "Question withdrawn";
  if (kind === "check") return CHECK_WORDS[to ?? ""] ?? "Checklist changed";
  if (kind === "blocked_by")
    return to === null
      ? `No longer blocked by ${from}`
      : `Blocked by ${to}${from === null ? "" : `, no longer by ${from}`}`;
  if (kind === "blocked") return to === "blocked" ? "Blocked" : "Unblocked";
  if (kind === "rework") return reworkWords(to, from === "undone", others.length > 0);
  if (kind === "relation") return relationWords(from, to === "removed", others.length > 0);
  if (kind === "evidence") {
    const what = from === "effect" ? "Evidence of whether it worked" : "Evidence";
    return `${what} ${to === "removed" ? "removed" : "added"}`;
  }
  if (kind === "status") {
    const status = statusIn(to);
    return status ? ACTION_STATUS_WORDS[status] : "Moved";
  }
  const day = (date: string | null) => (date === null ? "no date" : wordsOfDate(date, today));
  if (kind === "waiver")
    return to === "longer_approved"
      ? `Waiver extended until ${day(from)}`
      : (WAIVER_WORDS[to ?? ""] ?? "Waiver changed");
  if (kind === "blocked_until")
    return to === null
      ? "End of the block removed"
      : from === null
        ? `Blocked until ${day(to)}`
        : `End of the block moved from ${day(from)} to ${day(to)}`;
  if (kind === "due_counted") return `Due date set to ${day(to)}`;
  return `Due moved from ${day(from)} to ${day(to)}`;
}

function Mark({ entry }: { entry: Pick<Entry, "kind" | "to"> }) {
  const status = entry.kind === "status" ? statusIn(entry.to) : undefined;
  if (!status) return <i className={styles.move} aria-hidden="true" />;
  return <StatusMark kind={statusKind(status)} className={styles.mark} />;
}
