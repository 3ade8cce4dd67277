"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { FoundAction } from "#lib/contract/import.ts";
import { draftOfFound } from "./draft-of-found.ts";
import { actionPlace } from "./found-place.ts";

/** Proposes action items that a write-up lists. `proposed` holds the keys by place, for as long as the page stands. */
export function useProposeFound(incidentKey: string, filename: string) {
  const client = useQueryClient();
  const [proposed, setProposed] = useState<ReadonlyMap<string, string>>(new Map());
  const [isBusy, setIsBusy] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: query.actionItem.key() });

  const takeBack = async (made: readonly ActionItem[], places: readonly string[]) => {
    try {
      for (const { key, version } of made) await api.actionItem.update({ key, version, archived: true });
      setProposed((now) => new Map([...now].filter(([place]) => !places.includes(place))));
      toastDone(`${countWords(made.length, "action")} taken back`);
    } catch (error) {
      toastError(wordsOf(error));
    }
    await refresh();
  };

  const propose = async (actions: readonly FoundAction[]): Promise<void> => {
    setIsBusy(true);
    const made: ActionItem[] = [];
    try {
      for (const action of actions) {
        const item = await api.actionItem.create({ ...draftOfFound(action, filename), incidentKey });
        made.push(item);
        setProposed((now) => new Map([...now, [actionPlace(action), item.key]]));
      }
    } catch (error) {
      toastError(wordsOf(error));
    }
    setIsBusy(false);
    await refresh();
    const places = actions.slice(0, made.length).map(actionPlace);
    if (made.length > 0)
      toastDone(`${countWords(made.length, "action")} proposed`, { undo: () => void takeBack(made, places) });
  };
  return { propose, isBusy, proposed };
}
