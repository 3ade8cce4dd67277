"use client";

import { useCallback, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { useHere } from "#components/base/api/use-here.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { hueOf } from "#components/ui/labels/hue.ts";
import { PresenceAvatars } from "#components/ui/marks/presence-avatars.tsx";
import { newId } from "#components/ui/new-id.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import styles from "./walk.module.css";

/** Who else has the meeting open. Not a live region, so new arrivals aren't announced. */
export function PeoplePresent({ walkId }: { walkId: string }) {
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
