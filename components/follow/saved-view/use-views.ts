"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useRowSave } from "#components/base/api/use-row-save.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { SavedView } from "#lib/contract/saved-view.ts";

export type ViewChange = {
  name?: string;
  query?: string;
  scope?: SavedView["scope"];
  teamId?: string;
  removed?: boolean;
};

/** The saved views that this person sees, and what they can do with them. */
export function useViews() {
  const client = useQueryClient();
  const list = useQuery(reads.savedView.list(useToday()));
  const again = () => void refresh(client, "saved_view");
  const save = useRowSave<SavedView, ViewChange>({
    listKey: query.savedView.list.key(),
    update: api.savedView.update,
    onSaved: again,
  });
  const change = (view: SavedView, next: ViewChange, words: string) => {
    const { name, query: search, scope, team } = view;
    const before: ViewChange = {
      ...(next.name === undefined ? {} : { name }),
      ...(next.query === undefined ? {} : { query: search }),
      ...(next.scope === undefined ? {} : { scope, ...(team ? { teamId: team.id } : {}) }),
      ...(next.removed === undefined ? {} : { removed: !next.removed }),
    };
    const { teamId: _next, ...shown } = next;
    const { teamId: _before, ...shownBefore } = before;
    return save(view, { change: next, shown, words, undo: { change: before, shown: shownBefore, words: "Undone" } });
  };
  const setDefault = async (id: string | null) => {
    const before = list.data?.defaultId ?? null;
    try {
      await api.savedView.setDefault({ id });
      toastDone(id === null ? "Default view removed" : "Default view set", {
        undo: () => void setDefault(before),
      });
    } catch (error) {
      toastError(wordsOf(error));
    }
    again();
  };
  const views = inGroups((list.data?.items ?? []).filter(({ removed }) => !removed));
  return { list, views, defaultId: list.data?.defaultId ?? null, change, setDefault, again };
}

/** Those of one scope and team side by side, in the order of the server. */
const inGroups = (views: readonly SavedView[]): SavedView[] =>
  [...Map.groupBy(views, ({ scope, team }) => `${scope} ${team?.id ?? ""}`).values()].flat();

export type Views = ReturnType<typeof useViews>;
