"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import { daysIn, type Move, needsReason } from "./move.ts";

const UNDONE = "Undone";

/** The move that is under way on the roadmap, and how it is saved. It can be undone. */
export function useMove() {
  const client = useQueryClient();
  const [move, setMove] = useState<Move | null>(null);
  const mutate = useMutation({
    mutationFn: ({ moves, reason }: { moves: readonly Move[]; reason?: string | undefined }) => {
      const [first, ...also] = moves.map(({ row: { key, version }, to }) => ({ key, version, ...to }));
      if (!first) throw new Error("nothing moves");
      return api.roadmap.schedule({ ...first, also, ...(reason ? { reason } : {}) });
    },
    onSettled: () => refresh(client, "strategic_change"),
    onError: (error) => toastError(refusedWords(error)),
  });
  const save = (moves: readonly Move[], reason?: string) =>
    mutate.mutate(
      { moves, reason },
      {
        onSuccess: ({ items }) => {
          setMove(null);
          toastDone(`${moves.map(({ row }) => row.key).join(" and ")} moved`, { undo: () => undo(moves, items) });
        },
      },
    );
  const undo = (moves: readonly Move[], saved: readonly RoadmapRow[]) => {
    const back = moves.flatMap(({ row }, at) => {
      const [now, to] = [saved[at], daysIn(row)];
      return now && to ? [{ row: now, to }] : [];
    });
    const reason = needsReason(back) ? UNDONE : undefined;
    mutate.mutate({ moves: back, reason }, { onSuccess: () => toastDone(UNDONE) });
  };
  return { move, setMove, save, isBusy: mutate.isPending };
}

const refusedWords = (error: unknown) =>
  problemOf(error)?.code === "conflict"
    ? "Someone else changed one of these first, so nothing was moved. The newer version is shown. Move it again."
    : wordsOf(error);
