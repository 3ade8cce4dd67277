"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { query } from "#components/base/api/client.ts";
import type { ValueOption } from "#components/ui/value-list.tsx";

const MOST = 200;
const MINUTE_MS = 60_000;
const byWords = (words: string) => ({ input: { limit: MOST, ...(words.trim() ? { q: words.trim() } : {}) } });

interface Choices {
  options: ValueOption[];
  /** Asks the server, for organisations with more than fit in one list. */
  search: ((words: string) => void) | undefined;
}

/** Services that can be chosen, with the team that owns each. */
export function useServiceChoices(): Choices {
  const [words, setWords] = useState("");
  const { data } = useQuery(query.service.list.queryOptions({ ...byWords(words), staleTime: MINUTE_MS }));
  const options = (data?.items ?? []).map((service) => ({
    value: service.id,
    label: service.name,
    detail: `${service.ownerTeam?.name ?? "No team"}, target ${service.availabilityTarget}%`,
  }));
  return { options, search: data?.nextCursor || words ? setWords : undefined };
}

/** People that can be named. */
export function usePersonChoices(): Choices {
  const [words, setWords] = useState("");
  const { data } = useQuery(query.member.list.queryOptions({ ...byWords(words), staleTime: MINUTE_MS }));
  const options = (data?.items ?? []).map((person) => ({ value: person.id, label: person.name, detail: person.email }));
  return { options, search: data?.nextCursor || words ? setWords : undefined };
}

/** Teams that can be named. */
export function useTeamChoices(): Choices {
  const [words, setWords] = useState("");
  const { data } = useQuery(query.team.list.queryOptions({ ...byWords(words), staleTime: MINUTE_MS }));
  const options = (data?.items ?? []).map((team) => ({
    value: team.id,
    label: team.name,
    detail: team.members.length === 1 ? "1 person" : `${team.members.length} people`,
  }));
  return { options, search: data?.nextCursor || words ? setWords : undefined };
}
