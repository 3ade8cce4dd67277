"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { ImportRecord } from "#lib/contract/import.ts";
import { readUpload, Unreadable } from "../files/read-upload.ts";
import { useAfterImport } from "../use-imports.ts";
import { joinedOf, rowAnswers, sentAnswers } from "./draft-import.ts";
import type { ShownDraft } from "./use-drafts.ts";

export interface Progress {
  done: number;
  of: number;
  name: string;
}

type CommitOptions = {
  key: string;
  onImported: (id: string) => void;
};

/** Imports the drafts one after the other. Successful ones stay if one is rejected. All of it can be undone as one. */
export function useCommit({ key, onImported }: CommitOptions) {
  const router = useRouter();
  const after = useAfterImport();
  const [progress, setProgress] = useState<Progress | null>(null);
  const refusals = useRef<(() => void)[]>([]);

  const undoAll = async (records: readonly ImportRecord[]) => {
    try {
      for (const record of [...records].reverse()) await api.import.undo({ key, id: record.id });
      toastDone(`${countWords(records.length, "import")} undone`);
    } catch (error) {
      toastError(wordsOf(error));
    }
    await after();
  };

  const commit = async (drafts: readonly ShownDraft[]): Promise<void> => {
    const records: ImportRecord[] = [];
    const refused: string[] = [];
    let joined = 0;
    // The errors were read before a retry.
    for (const close of refusals.current.splice(0)) close();
    for (const [done, { file, answers }] of drafts.entries()) {
      setProgress({ done, of: drafts.length, name: file.name });
      try {
        records.push(
          await api.import.create({
            key,
            ...(await readUpload(file)),
            ...sentAnswers(answers),
            ...rowAnswers(answers),
          }),
        );
        joined += joinedOf(answers);
        onImported(file.id);
      } catch (error) {
        refused.push(`${file.name}: ${error instanceof Unreadable ? error.message : wordsOf(error)}`);
      }
    }
    await after();
    setProgress(null);
    const events = records.reduce((sum, record) => sum + record.created, 0) - joined;
    const taken = records.filter((record) => record.created + record.splits.length > 0);
    if (records.length > 0) {
      toastDone(
        `${countWords(events, "event")} added to ${key}${splitWords(records)}`,
        taken.length > 0 ? { undo: () => void undoAll(taken) } : {},
      );
    }
    refusals.current = refused.map((words) => toastError(words));
    if (refused.length === 0) router.push(`/incidents/${key}`);
  };
  return { progress, commit };
}

/** ", 3 in INC-12": events in new incidents. */
const splitWords = (records: readonly ImportRecord[]): string =>
  records.flatMap(({ splits }) => splits.map(({ key, events }) => `, ${events} to ${key}`)).join("");
