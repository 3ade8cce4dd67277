"use client";

import { useMe } from "#components/people/me/use-me.ts";
import { hueOf } from "#components/ui/labels/hue.ts";
import { PresenceAvatars } from "#components/ui/marks/presence-avatars.tsx";
import type { Presence } from "#lib/contract/presence.ts";
import styles from "./here-line.module.css";
import { hereWords } from "./here-words.ts";

/** Who else has this timeline open. Not a live region, so new arrivals aren't announced. */
export function HereLine({ others }: { others: Presence["people"] }) {
  const me = useMe();
  if (!me || others.length === 0) return null;
  return (
    <div className={styles.here}>
      <PresenceAvatars
        people={[{ id: me.id, name: me.name }, ...others.map(({ id, name }) => ({ id, name, hue: hueOf(id) }))]}
      />
      {hereWords(others)}
    </div>
  );
}
