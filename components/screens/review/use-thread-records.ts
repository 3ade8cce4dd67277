"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { type ChangedNoun, refresh } from "#components/base/api/refresh.ts";
import { BLANK, inputOf } from "#components/follow/action-item/create/action-draft.ts";
import type { RecordKind, ThreadRecords } from "#components/reviews/comment/thread-records.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Review } from "#lib/contract/review.ts";
import { recordWords } from "#lib/reviews/comment/from-comment.ts";

interface Made {
  said: string;
  undo: () => Promise<unknown>;
}

interface Words {
  statement: string;
  detail: string;
  threadId: string;
}

const NOUNS: Record<RecordKind, ChangedNoun> = { factor: "factor", action: "action_item", learning: "learning" };
const LONGEST: Record<RecordKind, number> = {
  factor: LENGTHS.factor.statement,
  action: LENGTHS.actionItem.title,
  learning: LENGTHS.factor.statement,
};

/** Makes a record, and returns how to remove it again. */
const MAKE: Record<RecordKind, (review: Review, words: Words) => Promise<Made>> = {
  async factor({ key }, words) {
    const { id, number, version } = await api.factor.create({ key, ...words });
    return { said: `Factor ${number} added`, undo: () => api.factor.update({ id, version, removed: true }) };
  },
  async learning({ key }, words) {
    const { id, number, version } = await api.learning.create({ key, kind: "lesson", ...words });
    return { said: `Learning ${number} added`, undo: () => api.learning.update({ id, version, removed: true }) };
  },
  async action({ key: reviewKey }, { statement: title, detail: description, threadId }) {
    const draft = inputOf({ ...BLANK, title, description }, { reviewKey });
    const { key, version } = await api.actionItem.create({ ...draft, threadId });
    return { said: `${key} proposed`, undo: () => api.actionItem.update({ key, version, archived: true }) };
  },
};

interface Open {
  openFactor: (id: string) => void;
  openLearning: (id: string) => void;
}

/**
 * The records that the comments of a review became, and steps that make a comment a factor, an action or a learning.
 */
export function useThreadRecords(review: Review, { openFactor, openLearning }: Open): ThreadRecords | null {
  const client = useQueryClient();
  const factors = useQuery(reads.factor.ofReview(review.key)).data?.items;
  const learnings = useQuery(reads.learning.ofReview(review.key)).data?.items;
  const actions = useQuery(reads.actionItem.ofReview(review.key)).data?.items;
  const making = useRef(new Set<string>());
  return useMemo(() => {
    if (!review.abilities.write) return null;
    const become: ThreadRecords["become"] = (kind, thread) => {
      const words = recordWords(thread, LONGEST[kind]);
      const made = `${kind} ${thread.id}`;
      if (!words || making.current.has(made)) return;
      making.current.add(made);
      const run = async () => {
        const { said, undo } = await MAKE[kind](review, { ...words, threadId: thread.id });
        await refresh(client, NOUNS[kind]);
        const takeBack = async () => {
          await undo();
          await refresh(client, NOUNS[kind]);
        };
        toastDone(said, { undo: () => void takeBack().catch((error: unknown) => toastError(wordsOf(error))) });
      };
      void run()
        .catch((error: unknown) => toastError(wordsOf(error)))
        .finally(() => making.current.delete(made));
    };
    const from = <Row extends { threadId: string | null }>(rows: readonly Row[] | undefined, threadId: string) =>
      rows?.filter((row) => row.threadId === threadId) ?? [];
    return {
      become,
      of: (threadId) => [
        ...from(factors, threadId).map(({ id, number }) => ({
          ...{ id, label: `factor ${number}`, open: () => openFactor(id) },
        })),
        ...from(learnings, threadId).map(({ id, number }) => ({
          ...{ id, label: `learning ${number}`, open: () => openLearning(id) },
        })),
        ...from(actions, threadId).map(({ id, key }) => ({ id, label: key, open: `/actions/${key}` })),
      ],
    };
  }, [client, review, factors, learnings, actions, openFactor, openLearning]);
}
