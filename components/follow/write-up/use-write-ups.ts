import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import type { Inputs } from "#components/base/api/reads.ts";
import { refresh } from "#components/base/api/refresh.ts";

type Choices = NonNullable<Inputs["writeUp"]["create"]["choose"]>;

/** A person's choices for all files. */
export interface WriteUpChoices {
  zone: string | null;
  date: string | null;
  severity: number;
  restricted: boolean;
}

export const isZip = (file: File): boolean => /\.zip$/i.test(file.name);

const answersOf = ({ zone, date }: Pick<WriteUpChoices, "zone" | "date">) => ({
  ...(zone === null ? {} : { zone }),
  ...(date === null ? {} : { date }),
});

/** Reads one write-up without saving it. */
export const previewOf = (file: File, choices: WriteUpChoices) => api.writeUp.preview({ file, ...answersOf(choices) });

/**
 * Sends files one after the other, each as a job. Those that were rejected stay, with the reason, until the next ones
 * are sent or `forget`.
 */
export function useSendWriteUps(onSent: (jobs: string[]) => void) {
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const sending = useMutation({
    mutationFn: async (given: {
      files: readonly File[];
      choices: WriteUpChoices;
      title?: string;
      choose?: Choices;
    }) => {
      const { files, choices, title, choose } = given;
      const { severity, restricted, zone } = choices;
      const jobs: string[] = [];
      const refused: { name: string; reason: string }[] = [];
      for (const [index, file] of files.entries()) {
        setSent(index);
        try {
          const job = await api.writeUp.create({
            ...{ file, severity, restricted, ...answersOf(choices), timeZone: zone ?? "UTC" },
            ...(title ? { title } : {}),
            ...(choose ? { choose } : {}),
          });
          jobs.push(job.id);
        } catch (error) {
          refused.push({ name: file.name, reason: wordsOf(error) });
        }
      }
      if (jobs.length > 0) onSent(jobs);
      await refresh(client, "write_up");
      return refused;
    },
  });
  return {
    send: sending.mutate,
    forget: sending.reset,
    isSending: sending.isPending,
    sent,
    refused: sending.data ?? [],
  };
}
