"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { inTurnTogether } from "#components/base/api/in-turn.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import type { Move } from "./move.ts";

const UNDONE = "Undone";
type Sent = Omit<Parameters<typeof api.roadmap.schedule>[0], "also" | "reason">;

interface Save {
  moves: readonly Sent[];
  reason?: string | undefined;
  /** As they are shown until the answer is read. */
  shown: readonly Move[];
  onSaved: (items: readonly RoadmapRow[]) => void;
}

/**
 * The move that is under way on the roadmap, and how it is saved. A saved move is shown at once, so the next key can move
 * another bar. It can be undone.
 */
export function useMove() {
  const client = useQueryClient();
  const [move, setMove] = useState<Move | null>(null);
  const [saving, setSaving] = useState<readonly Move[]>([]);
  const mutate = useMutation({
    mutationFn: ({ moves, reason }: Save) =>
      inTurnTogether(
        moves.map(({ key: id, version }) => ({ id, version })),
        async (versionOf) => {
          const [first, ...also] = moves.map((one) => ({ ...one, version: versionOf(one.key) }));
          if (!first) throw new Error("nothing moves");
          const answer = await api.roadmap.schedule({ ...first, also, ...(reason ? { reason } : {}) });
          return { answer, rows: new Map(answer.items.map((row) => [row.key, row])) };
        },
      ),
    onSuccess: ({ items }, { onSaved }) => onSaved(items),
    onError: (error, { shown: [first] }) => {
      toastError(refusedWords(error));
      // The newer bar is shown, and is what moves next.
      if (first && !isConflict(error)) setMove((now) => now ?? first);
    },
    onSettled: async (_items, _error, { shown }) => {
      await refresh(client, "strategic_change");
      setSaving((all) => all.filter((one) => !shown.includes(one)));
    },
  });
  const save = (moves: readonly Move[], reason?: string, onSaved?: () => void) => {
    setSaving((all) => [...all, ...moves]);
    setMove(null);
    mutate.mutate({
      moves: moves.map(({ row: { key, version }, to }) => ({ key, version, ...to })),
      reason,
      shown: moves,
      onSaved: (items) => {
        onSaved?.();
        toastDone(`${moves.map(({ row }) => row.key).join(" and ")} moved`, { undo: () => undo(moves, items) });
      },
    });
  };
  const undo = (moves: readonly Move[], saved: readonly RoadmapRow[]) => {
    const back = moves.flatMap(({ row }, at) => (saved[at] ? [inverseOf(row, saved[at])] : []));
    mutate.mutate({ moves: back, reason: UNDONE, shown: [], onSaved: () => toastDone(UNDONE) });
  };
  return { move, saving, setMove, save, isBusy: mutate.isPending };
}

/** Returns the request that gives a change the days, the quarter and the milestones that it had. */
function inverseOf(before: RoadmapRow, { key, version, milestones }: RoadmapRow): Sent {
  const dueOn = new Map(before.milestones.map((one) => [one.id, one.dueOn]));
  const moved = milestones.flatMap(({ id, dueOn: now }) => {
    const was = dueOn.get(id);
    return was === undefined || was === now ? [] : [{ id, dueOn: was }];
  });
  const { startsOn, endsOn, targetQuarter, dated } = before;
  const days = dated ? { startsOn, endsOn } : { startsOn: null, endsOn: null, targetQuarter };
  return { key, version, milestones: moved, ...days };
}

const isConflict = (error: unknown) => problemOf(error)?.code === "conflict";
const refusedWords = (error: unknown) =>
  isConflict(error)
    ? "Someone else changed one of these first, so nothing was moved. The newer version is shown. Move it again."
    : wordsOf(error);
