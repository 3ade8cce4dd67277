"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { cx } from "#components/ui/cx.ts";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./changes-section.module.css";

const FIRST = 6;

/** "Note added" for "Timeline event: note added", because the event is clear here. */
const deedOf = (what: string) => {
  const deed = what.replace(/^timeline event:? */i, "");
  return `${deed.charAt(0).toUpperCase()}${deed.slice(1)}`;
};

type ChangesSectionProps = {
  incidentKey: string;
  eventId: string;
  /** Undoes this person's last change of the event. Null without one. */
  undo: (() => void) | null;
};

/** Who changed what in an event and when, newest first. */
export function ChangesSection({ incidentKey, eventId, undo }: ChangesSectionProps) {
  const me = useMe();
  const [showsAll, setShowsAll] = useState(false);
  const items = useQuery(reads.evidence.changes({ key: incidentKey, eventId })).data?.items;
  if (!items || items.length === 0) return null;
  const isMine = me !== undefined && items[0]?.actor === me.name;
  return (
    <section aria-label="Changes">
      <h3>
        Changes
        <span className={layoutStyles.atEnd}>{items.length}</span>
      </h3>
      <ul className={styles.changes}>
        {items.slice(0, showsAll ? undefined : FIRST).map((change, at) => (
          <li key={change.id}>
            <Avatar name={change.actor} />
            <span>
              {deedOf(change.what)}
              {change.details.map((detail) => (
                <span
                  key={detail}
                  className={cx(styles.detail, textStyles.small, layoutStyles.ownLine, textStyles.breaksAnywhere)}
                >
                  {detail}
                </span>
              ))}
            </span>
            {at === 0 && isMine && undo ? (
              <button type="button" className={textStyles.link} onClick={undo}>
                Undo
              </button>
            ) : (
              <Moment at={change.at} />
            )}
          </li>
        ))}
      </ul>
      {items.length > FIRST && !showsAll ? (
        <button type="button" className={textStyles.link} onClick={() => setShowsAll(true)}>
          Show {items.length - FIRST} older
        </button>
      ) : null}
    </section>
  );
}
