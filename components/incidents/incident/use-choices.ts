"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useFoundServices } from "#components/people/service/use-found-services.ts";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Service } from "#lib/contract/service.ts";

interface Choices {
  options: ValueOption[];
  /** Searches on the server, for organisations with more than fit in one list. */
  search: ((words: string) => void) | undefined;
}

interface ServiceChoices extends Choices {
  /** Adds a missing service by its name alone, for an admin to confirm. Only for people who can. */
  propose: ((name: string) => Promise<{ id: string; name: string } | null>) | undefined;
}

/** Services to choose from, with the team that owns each. */
export function useServiceChoices(): ServiceChoices {
  const client = useQueryClient();
  const me = useMe();
  const [proposed, setProposed] = useState<readonly Service[]>([]);
  const { rows: listed, onSearch } = useFoundServices();
  const fresh = proposed.filter(({ id }) => listed.every((one) => one.id !== id));
  const options = [...listed, ...fresh].map((service) => ({
    value: service.id,
    label: service.name,
    detail: `${service.ownerTeam?.name ?? "No team"}, target ${service.availabilityTarget}%`,
  }));
  const propose = async (name: string) => {
    try {
      const made = await api.service.propose({ name });
      setProposed((before) => [...before, made]);
      void refresh(client, "service");
      toastDone(`${made.name} added. An admin confirms it in Settings.`);
      return { id: made.id, name: made.name };
    } catch (error) {
      toastError(wordsOf(error));
      return null;
    }
  };
  const mayPropose = me?.may.includes("service.propose") ?? false;
  return {
    options,
    search: onSearch,
    propose: mayPropose ? propose : undefined,
  };
}
