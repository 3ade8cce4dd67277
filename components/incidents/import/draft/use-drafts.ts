"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { useLeaveWarning } from "#components/ui/page/use-leave-warning.ts";
import type { Preview } from "#lib/contract/import.ts";
import { readUpload, Unreadable } from "../files/read-upload.ts";
import type { SourceFile } from "../files/source-file.ts";
import { takeWaiting } from "../files/waiting-files.ts";
import {
  type DraftImport,
  type FileAnswers,
  type FileTime,
  sentAnswers,
  withAnswer,
  withTimeOf,
} from "./draft-import.ts";

interface Entry {
  file: SourceFile;
  answers: FileAnswers;
  /** Its reading was cancelled. */
  isStopped: boolean;
}

export interface ShownDraft extends DraftImport {
  isReading: boolean;
  /** Its reading was cancelled, and it stays selected. */
  isStopped: boolean;
}

/** Files to import into an incident, each with its preview and answers. */
export function useDrafts(key: string) {
  const client = useQueryClient();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const add = useCallback((files: readonly SourceFile[]) => {
    if (files.length > 0)
      setEntries((before) => [...before, ...files.map((file) => ({ file, answers: {}, isStopped: false }))]);
  }, []);
  useEffect(() => add(takeWaiting()), [add]);
  useLeaveWarning(entries.length > 0);

  const previews = useQueries({
    queries: entries.map(({ file, answers, isStopped }) => ({
      queryKey: keyOf(key, file, answers),
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        api.import.preview(
          { key, readingId: file.id, ...(await readUpload(file)), ...sentAnswers(answers) },
          { signal },
        ),
      enabled: !isStopped,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
  });
  // While an answer is being sent, the rows stay as they were read before.
  const lastRead = useRef(new Map<string, Preview>());
  useEffect(() => {
    for (const [at, { file }] of entries.entries()) {
      const preview = previews[at]?.data;
      if (preview) lastRead.current.set(file.id, preview);
    }
  });
  const change = (id: string, some: (entry: Entry) => Partial<Entry>) =>
    setEntries((before) => before.map((entry) => (entry.file.id === id ? { ...entry, ...some(entry) } : entry)));
  const drafts = entries.map(({ file, answers, isStopped }, at): ShownDraft => {
    const read = previews[at];
    return {
      file,
      answers,
      preview: isStopped ? null : (read?.data ?? lastRead.current.get(file.id) ?? null),
      problem: read?.error ? problemWords(read.error) : null,
      // A source that is only read again stays and can be imported.
      isReading: !isStopped && (read === undefined || (read.isFetching && read.data === undefined)),
      isStopped,
    };
  });
  return {
    drafts,
    add,
    answer: (id: string, answers: FileAnswers) =>
      change(id, (entry) => ({ answers: withAnswer(entry.answers, answers), isStopped: false })),
    /** Gives a file its earlier day and time zone again, or none. */
    setTime: (id: string, time: FileTime) => change(id, ({ answers }) => ({ answers: withTimeOf(answers, time) })),
    /** Cancels the reading on the server, too. */
    stop: (id: string) => {
      change(id, () => ({ isStopped: true }));
      void client.cancelQueries({ queryKey: [...query.import.preview.key(), key, id] });
    },
    readAgain: (id: string) => change(id, () => ({ isStopped: false })),
    remove: (id: string) => {
      setEntries((before) => before.filter((entry) => entry.file.id !== id));
    },
  };
}

const keyOf = (key: string, file: SourceFile, answers: FileAnswers) => [
  ...query.import.preview.key(),
  key,
  file.id,
  sentAnswers(answers),
];

const problemWords = (error: Error) => (error instanceof Unreadable ? error.message : wordsOf(error));
