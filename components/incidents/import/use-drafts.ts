"use client";

import { useQueries } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import type { Preview } from "#lib/contract/import.ts";
import type { DraftImport, FileAnswers } from "./draft-import.ts";
import { readUpload, Unreadable } from "./read-upload.ts";
import type { SourceFile } from "./source-file.ts";
import { takeWaiting } from "./waiting-files.ts";

interface Entry {
  file: SourceFile;
  answers: FileAnswers;
}

export interface ShownDraft extends DraftImport {
  isReading: boolean;
}

/** Files on their way into an incident: each is previewed by the server, and answered about. */
export function useDrafts(key: string) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const add = useCallback((files: readonly SourceFile[]) => {
    if (files.length > 0) setEntries((before) => [...before, ...files.map((file) => ({ file, answers: {} }))]);
  }, []);
  useEffect(() => add(takeWaiting()), [add]);

  const previews = useQueries({
    queries: entries.map(({ file, answers }) => ({
      queryKey: [...query.import.preview.key(), key, file.id, answers],
      queryFn: async () => api.import.preview({ key, ...(await readUpload(file)), ...answers }),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    })),
  });
  // While an answer is on its way the rows as they were read before stay in place.
  const lastRead = useRef(new Map<string, Preview>());
  useEffect(() => {
    for (const [at, { file }] of entries.entries()) {
      const preview = previews[at]?.data;
      if (preview) lastRead.current.set(file.id, preview);
    }
  });
  const drafts = entries.map(({ file, answers }, at): ShownDraft => {
    const read = previews[at];
    return {
      file,
      answers,
      preview: read?.data ?? lastRead.current.get(file.id) ?? null,
      problem: read?.error ? problemWords(read.error) : null,
      isReading: read?.isFetching ?? true,
    };
  });
  return {
    drafts,
    add,
    answer: (id: string, answers: FileAnswers) =>
      setEntries((before) =>
        before.map((entry) => (entry.file.id === id ? { ...entry, answers: { ...entry.answers, ...answers } } : entry)),
      ),
    remove: (id: string) => {
      setEntries((before) => before.filter((entry) => entry.file.id !== id));
    },
  };
}

const problemWords = (error: Error) => (error instanceof Unreadable ? error.message : wordsOf(error));
