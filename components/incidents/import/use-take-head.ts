"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import type { Incident } from "#lib/contract/incident.ts";

type Head = { title?: string; impactText?: string };

/** Takes the title or the summary of a write-up for an incident; a toast puts the former words back. */
export function useTakeHead(incident: Incident) {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);

  const save = async (head: Head, version: number): Promise<Incident | null> => {
    try {
      return await api.incident.update({ key: incident.key, version, ...head });
    } catch (error) {
      toastError(wordsOf(error));
      return null;
    } finally {
      await client.invalidateQueries({ queryKey: query.incident.key() });
    }
  };

  const take = async (head: Head): Promise<void> => {
    setIsBusy(true);
    const before: Head = head.title === undefined ? { impactText: incident.impactText } : { title: incident.title };
    const saved = await save(head, incident.version);
    setIsBusy(false);
    if (!saved) return;
    const words = head.title === undefined ? "Impact text taken from the write-up" : "Title taken from the write-up";
    toastDone(words, { undo: () => void save(before, saved.version) });
  };
  return { take, isBusy };
}
