"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Presence } from "#components/ui/marks/presence-avatars.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./follow-line.module.css";

/** Says whom the page follows, and that it stopped. */
export function FollowLine({ person, onStop }: { person: Presence | null; onStop: () => void }) {
  const [last, setLast] = useState<string | null>(null);
  if (person && person.name !== last) setLast(person.name);
  const stopped = last === null ? "" : `Stopped following ${last}`;
  return (
    <div className={person ? styles.line : textStyles.visuallyHidden}>
      <span role="status">
        {person ? `Following ${person.name}${person.where ? `, in ${person.where}` : ", not in the text"}` : stopped}
      </span>
      {person ? (
        <Button kind="ghost" onClick={onStop}>
          Stop following
        </Button>
      ) : null}
    </div>
  );
}
