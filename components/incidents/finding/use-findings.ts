"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Finding } from "#lib/contract/finding.ts";

export type FindingStep = "accept" | "acceptLater" | "dismiss" | "restore";

const DONE: Record<FindingStep, string> = {
  accept: "accepted",
  acceptLater: "accepted for the review",
  dismiss: "dismissed",
  restore: "restored",
};

const run = (key: string, step: FindingStep, id: string): Promise<Finding> => {
  if (step === "dismiss") return api.finding.dismiss({ key, id });
  if (step === "restore") return api.finding.restore({ key, id });
  return api.finding.accept({ key, id, when: step === "accept" ? "now" : "review" });
};

/** Findings in imported files, and the steps on them. One step on several is one toast with one Undo. */
export function useFindings(key: string) {
  const client = useQueryClient();
  const findings = useQuery(reads.finding.list(key));
  const [isBusy, setBusy] = useState(false);

  const settle = async (step: FindingStep, chosen: readonly Finding[]): Promise<void> => {
    setBusy(true);
    const settled: Finding[] = [];
    try {
      for (const { id } of chosen) settled.push(await run(key, step, id));
    } catch (error) {
      toastError(wordsOf(error));
    }
    await refresh(client, ["finding", "action_item", "factor", "incident"]);
    setBusy(false);
    if (settled.length > 0)
      toastDone(
        `${countWords(settled.length, "finding")} ${DONE[step]}`,
        step === "restore" ? {} : { undo: () => void settle("restore", settled) },
      );
  };
  return { items: findings.data?.items ?? [], settle, isBusy };
}
