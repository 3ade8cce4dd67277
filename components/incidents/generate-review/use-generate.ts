"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { certainIds } from "#components/incidents/finding/finding-list.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Incident } from "#lib/contract/incident.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";

/** A person's answer about the times of an import. */
export interface TimeAnswer {
  date?: string;
  zone?: string;
}

/**
 * The parts that the draft can include, the selected ones, and the step itself. A selection that no one changed
 * follows the doubts.
 */
export function useGenerate({ key }: Incident) {
  const router = useRouter();
  const client = useQueryClient();
  const metrics = useQuery(reads.timeline.metrics(key));
  const found = useQuery(reads.finding.list(key));
  const imports = useQuery(reads.import.list(key));
  const templates = useQuery(reads.template.list());
  const [touched, setTouched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isBusy, setBusy] = useState(false);

  const suggestions = metrics.data?.suggestions ?? [];
  const waiting = (found.data?.items ?? []).filter(({ state }) => state === "waiting");
  const certain = certainIds(waiting);
  const isTicked = (id: string, byItself: boolean) => touched.get(id) ?? byItself;
  const milestones = suggestions.filter(({ name, doubt }) => isTicked(name, doubt === null)).map(({ name }) => name);
  const findings = waiting.filter(({ id }) => isTicked(id, certain.has(id))).map(({ id }) => id);

  const standing = (imports.data?.items ?? []).filter((one) => one.undoneAt === null);

  /** A step on the incident from within the dialog, which then updates. */
  const step = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toastError(wordsOf(error));
    }
    await refresh(client, ["incident", "timeline", "import"]);
    setBusy(false);
  };
  const generate = useMutation({
    // What was settled a moment ago, here or by someone else, isn't offered any more.
    mutationFn: async (template: string) => {
      const offered = await client.fetchQuery({ ...reads.timeline.metrics(key), staleTime: 0 });
      const still = new Set(offered.suggestions.map(({ name }) => name));
      const accept = { milestones: milestones.filter((name) => still.has(name)), findings };
      return api.review.generate({ key, template, accept });
    },
    onSuccess: (review) => {
      void refresh(client, ["incident", "timeline", "finding", "action_item", "review"]);
      router.push(`/reviews/${review.key}`);
    },
  });
  return {
    metrics: metrics.data ?? null,
    suggestions,
    waiting,
    unanswered: standing.filter((one) => one.unanswered > 0),
    undated: standing.filter((one) => one.undated > 0),
    ticked: new Set<string>([...milestones, ...findings]),
    tick: (id: string, on: boolean) => setTouched((now) => new Map([...now, [id, on]])),
    tickAll: (ids: readonly string[], on: boolean) =>
      setTouched((now) => new Map([...now, ...ids.map((id) => [id, on] as const)])),
    templates: (templates.data?.items ?? []).flatMap(({ content, ...one }) => (content ? [{ ...one, content }] : [])),
    isReading: metrics.isPending || found.isPending,
    isStepping: isBusy,
    resolve: (at: string, version: number) =>
      step(() => api.incident.update({ key, version, status: "resolved", resolvedAt: at })),
    clear: (name: MilestoneName) => step(() => api.timeline.clearMilestone({ key, name })),
    answer: (importId: string, answer: TimeAnswer) =>
      step(async () => {
        const { answerId: id, answered } = await api.timeline.answerZone({ key, importId, ...answer });
        if (id === null) return;
        toastDone(`${countWords(answered, "time")} answered`, {
          undo: () => void step(() => api.timeline.takeBackZone({ key, id })),
        });
      }),
    generate: (template: string) => generate.mutate(template),
    isGenerating: generate.isPending || generate.isSuccess,
    problem: generate.isError ? wordsOf(generate.error) : null,
  };
}

export type Generating = ReturnType<typeof useGenerate>;
