"use client";

import { Lock, Users } from "lucide-react";
import { useState } from "react";
import { Composer } from "#components/reviews/comment/composer.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { EvidenceLink } from "#components/ui/labels/evidence-chip.tsx";
import { exactWords, momentWords } from "#components/ui/labels/moment-words.ts";
import { Tag } from "#components/ui/labels/tag.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { Recollection } from "#lib/contract/interview.ts";
import { THEMES } from "#lib/reviews/interview/questions.ts";
import styles from "./recollection-list.module.css";
import type { Recollections } from "./use-recollections.ts";

interface RecollectionListProps {
  items: readonly Recollection[];
  incidentKey: string;
  recollections: Recollections;
  /** Puts a shared one on the timeline, where it can be cited as evidence. */
  /** Adds one to the timeline. Null for those who can't. */
  onCite: ((recollection: Recollection) => void) | null;
}

/** Recollections with who and when, and for one's own whether anyone else reads them. */
export function RecollectionList({ items, incidentKey, recollections, onCite }: RecollectionListProps) {
  return (
    <ul className={styles.list}>
      {items.map((one) => (
        <li key={one.id}>
          <p className={layoutStyles.wrappingRow}>
            <b>{one.mine ? "You" : one.author.name}</b>
            <time className={textStyles.note} dateTime={one.createdAt} title={exactWords(new Date(one.createdAt))}>
              {momentWords(new Date(one.createdAt), new Date())}
            </time>
            <Tag>{THEMES[one.theme].label}</Tag>
            {one.event ? (
              <EvidenceLink href={`/incidents/${incidentKey}?event=${one.event.id}`} title={one.event.title}>
                E{one.event.number}
              </EvidenceLink>
            ) : null}
            {one.mine ? (
              <span className={cx(textStyles.note, layoutStyles.row)}>
                {one.sharedAt ? <Users size={14} /> : <Lock size={14} />}
                {one.sharedAt ? "Shared" : "Only you"}
              </span>
            ) : null}
          </p>
          {one.question ? <p className={textStyles.secondary}>{one.question}</p> : null}
          <Body one={one} recollections={recollections} onCite={onCite} />
        </li>
      ))}
    </ul>
  );
}

interface BodyProps extends Pick<RecollectionListProps, "recollections" | "onCite"> {
  one: Recollection;
}

function Body({ one, recollections: { update, share }, onCite }: BodyProps) {
  const [isEditing, setEditing] = useState(false);
  const { id, version, sharedAt } = one;
  const shareIt = (shared: boolean) =>
    share.mutate(
      { id, version, shared },
      {
        onSuccess: () =>
          toastDone(shared ? "Recollection shared" : "Recollection no longer shared here", {
            undo: () => share.mutate({ id, version: version + 1, shared: !shared }),
          }),
      },
    );
  const remove = () =>
    update.mutate(
      { id, version, removed: true },
      {
        onSuccess: () =>
          toastDone("Recollection removed", {
            undo: () => update.mutate({ id, version: version + 1, removed: false }),
          }),
      },
    );
  if (isEditing)
    return (
      <Composer
        label="Edit recollection"
        send="Save"
        initial={one.body}
        busy={update.isPending}
        mentions={false}
        onCancel={() => setEditing(false)}
        onSend={(body) => update.mutate({ id, version, body }, { onSuccess: () => setEditing(false) })}
      />
    );
  return (
    <>
      <p className={styles.body}>{one.body}</p>
      <div className={layoutStyles.wrappingRow}>
        {one.mine ? (
          <>
            <Button kind="ghost" busy={share.isPending} onClick={() => shareIt(sharedAt === null)}>
              {sharedAt === null ? "Share" : "Stop sharing"}
            </Button>
            <Button kind="ghost" onClick={() => setEditing(true)}>
              Edit
            </Button>
            <Button kind="ghost" onClick={remove}>
              Remove
            </Button>
          </>
        ) : null}
        {onCite && sharedAt !== null && one.event?.at ? (
          <Button kind="ghost" onClick={() => onCite(one)}>
            Add to the timeline
          </Button>
        ) : null}
      </div>
    </>
  );
}
