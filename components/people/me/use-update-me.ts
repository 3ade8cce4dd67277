"use client";
import { useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { Me } from "#lib/contract/me.ts";

type Change = Partial<Pick<Me, "name" | "timeZone" | "singleKeys" | "digestHour" | "digestDays">>;

/** Changes my settings. A change is shown at once, rolled back if rejected, and can be undone. */
export function useUpdateMe(): (change: Change, words: string) => Promise<void> {
  const client = useQueryClient();
  const key = query.me.get.queryKey();
  return async function save(change, words) {
    await client.cancelQueries({ queryKey: key });
    const before = client.getQueryData(key);
    const show = (me: Me | undefined) => client.setQueryData(key, me);
    if (before) show({ ...before, ...change });
    try {
      show(await api.me.update(change));
      const back: Change = before ? pick(before, change) : {};
      toastDone(words, before ? { undo: () => void save(back, "Undone") } : {});
    } catch (error) {
      show(before);
      toastError(wordsOf(error));
    }
  };
}

const pick = (me: Me, change: Change): Change =>
  Object.fromEntries(Object.entries(me).filter(([name]) => name in change));
