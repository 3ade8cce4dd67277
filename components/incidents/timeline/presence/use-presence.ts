"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { api, query, reads } from "#components/base/api/client.ts";
import { useHere } from "#components/base/api/use-here.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { newId } from "#components/ui/new-id.ts";
import type { Presence } from "#lib/contract/presence.ts";

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
  const say = useCallback(async () => {
    // A failed report only hides the person from others, so there's no message about it.
    const people = await api.presence.say({ key, screen, eventId: openEventId }).catch(() => null);
    if (people) client.setQueryData(query.presence.list.queryKey({ input: { key } }), people);
  }, [client, key, screen, openEventId]);
  useHere(say, { address: `/api/v1/incidents/${key}/presence`, screen });
  const people = data?.people ?? NOBODY;
  return useMemo(() => people.filter(({ id }) => id !== me), [people, me]);
}
