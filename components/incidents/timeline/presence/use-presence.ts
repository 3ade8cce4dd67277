"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { api, query, reads } from "#components/base/api/client.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { newId } from "#components/ui/new-id.ts";
import type { Presence } from "#lib/contract/presence.ts";

/** A third of the time after which the server forgets a silent screen. */
const AGAIN_MS = 15_000;
const SETTLE_MS = 300;

const NOBODY: Presence["people"] = [];

/**
 * Reports that this screen shows the incident and its open event, and returns who else does. A hidden tab stops
 * reporting and is forgotten a little later. A closed one reports that it is gone.
 */
export function usePresence(key: string, openEventId: string | null): Presence["people"] {
  const client = useQueryClient();
  const me = useMe()?.id;
  const [screen] = useState(newId);
  const { data } = useQuery(reads.presence.list(key));

  useEffect(() => {
    let isOver = false;
    const say = async () => {
      if (document.visibilityState !== "visible") return;
      // A failed report only hides the person from others, so there's no message about it.
      const people = await api.presence.say({ key, screen, eventId: openEventId }).catch(() => null);
      if (people && !isOver) client.setQueryData(query.presence.list.queryKey({ input: { key } }), people);
    };
    // A person who moves through the events is shown at the one where they stop.
    const soon = window.setTimeout(() => void say(), SETTLE_MS);
    const again = window.setInterval(() => void say(), AGAIN_MS);
    document.addEventListener("visibilitychange", say);
    return () => {
      isOver = true;
      window.clearTimeout(soon);
      window.clearInterval(again);
      document.removeEventListener("visibilitychange", say);
    };
  }, [client, key, screen, openEventId]);

  useEffect(() => {
    const leave = () =>
      void fetch(`/api/v1/incidents/${key}/presence`, {
        method: "PUT",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ screen, here: false }),
      }).catch(() => undefined);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [key, screen]);

  const people = data?.people ?? NOBODY;
  return useMemo(() => people.filter(({ id }) => id !== me), [people, me]);
}
