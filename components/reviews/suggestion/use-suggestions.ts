"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { useSettledText } from "#components/ui/use-settled-text.ts";
import type { Suggestion } from "#lib/contract/suggestion.ts";
import { hasSuggestions } from "#lib/document/decide-suggestions.ts";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import { type Proposal, proposalsIn } from "#lib/document/suggestion/proposals.ts";
import { startsSection } from "#lib/document/text-as.ts";
import { decidedWords, reopenedWords, suggestionAuthor } from "#lib/reviews/suggestion/suggestion-words.ts";
import type { SuggestionAuthor } from "./suggesting.ts";

const READ_MS = 250;
const ASK_MS = 1500;
const COMPARE_MS = 1000;

/** An open suggestion of the text, with who proposed it. */
export interface OpenSuggestion extends Pick<Suggestion, "id" | "author" | "mine" | "createdAt" | "changedFrom"> {
  proposal: PlacedProposal;
}

interface PlacedProposal extends Proposal {
  /** The number of the section in which it starts. Null before the first one. */
  section: number | null;
}

/** Returns how many suggestions start in each section, by its number. */
export function countBySection(open: readonly Pick<OpenSuggestion, "proposal">[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { section } of open.map(({ proposal }) => proposal))
    if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}

/** The assistant is an author of its own, for the person who asked it. */
function withAssistant<Row extends Pick<Suggestion, "author" | "assisted">>(row: Row): Row {
  const { author, assisted } = row;
  if (!assisted) return row;
  return { ...row, author: { id: `assistant ${author?.id ?? ""}`, name: suggestionAuthor(author, assisted) } };
}

const hasProposals = readByBlock((block) => hasSuggestions([block.toJSON() as DocumentNode]));

const proposedIn = readByBlock((block) =>
  hasProposals(block) ? proposalsIn([block.toJSON() as DocumentNode]).map(({ id }) => id) : [],
);

/** Returns what a text proposes, in its order, with the section in which each proposal starts. */
export function proposalsOf({ state: { doc } }: Pick<Editor, "state">): PlacedProposal[] {
  const sections = new Map<string, number | null>();
  let section: number | null = null;
  for (const block of doc.children) {
    if (startsSection(block)) section = section === null ? 0 : section + 1;
    for (const id of proposedIn(block)) if (!sections.has(id)) sections.set(id, section);
  }
  if (sections.size === 0) return [];
  const all = proposalsIn((doc.toJSON() as DocumentNode).content ?? []);
  return all.map((proposal) => ({ ...proposal, section: sections.get(proposal.id) ?? null }));
}

/**
 * The proposals of the text, in its order, read again after each change. It stays the same object while nothing of it
 * changes, or the page around the text would be drawn with each letter.
 */
function useProposals(editor: Editor | null): readonly PlacedProposal[] {
  const [proposals, setProposals] = useState<readonly PlacedProposal[]>([]);
  useSettledText(editor, READ_MS, (settled) => {
    const now = proposalsOf(settled);
    setProposals((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  });
  return proposals;
}

/** The suggestions in a review's text, and what can be done with them. */
export function useSuggestions(key: string, editor: Editor | null) {
  const client = useQueryClient();
  const options = reads.suggestion.ofReview(key);
  const { data, isFetching } = useQuery(options);
  const proposals = useProposals(editor);
  const rows = useMemo(() => new Map((data?.items ?? []).map((row) => [row.id, withAssistant(row)])), [data]);
  const open = useMemo(
    () =>
      proposals.flatMap((proposal): OpenSuggestion[] => {
        const row = rows.get(proposal.id);
        return row?.status === "open" ? [{ ...row, proposal }] : [];
      }),
    [proposals, rows],
  );
  const authors = useMemo(
    () =>
      new Map(
        [...rows.values()].flatMap(({ id, author }): [string, SuggestionAuthor][] => (author ? [[id, author]] : [])),
      ),
    [rows],
  );
  // A suggestion has a row once its edit is saved.
  const isUnknown = proposals.some(({ id }) => !rows.has(id));
  const ask = useEffectEvent(() => {
    if (!isFetching) void client.invalidateQueries({ queryKey: options.queryKey });
  });
  useEffect(() => {
    if (!isUnknown) return;
    ask();
    const timer = window.setInterval(() => ask(), ASK_MS);
    return () => window.clearInterval(timer);
  }, [isUnknown]);

  // The server compares the text around a suggestion with what it was, half a second after an edit.
  const around = JSON.stringify(proposals.map(({ id, sentences }) => [id, sentences]));
  const [known, setKnown] = useState(around);
  useEffect(() => {
    if (around === known) return;
    const timer = window.setTimeout(() => {
      setKnown(around);
      ask();
    }, COMPARE_MS);
    return () => window.clearTimeout(timer);
  }, [around, known]);

  const again = () => void refresh(client, "suggestion");
  const failed = (error: unknown) => {
    toastError(wordsOf(error));
    again();
  };
  const reopen = useMutation(
    query.suggestion.reopen.mutationOptions({
      onError: failed,
      onSuccess({ ids }, asked) {
        again();
        const words = reopenedWords(ids.length, asked.ids.length);
        if (words) toastError(words);
      },
    }),
  );
  const done = (words: string, ids: readonly string[]) => {
    again();
    toastDone(words, ids.length === 0 ? {} : { undo: () => reopen.mutate({ key, ids: [...ids] }) });
  };
  const one = {
    onError: failed,
    onSuccess: ({ id, status }: Suggestion) => done(`Suggestion ${status === "open" ? "changed" : status}`, [id]),
  };
  const accept = useMutation(query.suggestion.accept.mutationOptions(one));
  const reject = useMutation(query.suggestion.reject.mutationOptions(one));
  /** Whether it is open as far as this tab knows, which is newer than what is drawn. */
  const isOpen = (id: string) =>
    client.getQueryData(options.queryKey)?.items.some((row) => row.id === id && row.status === "open") ?? false;
  /** Takes it from the list before the server answers. Returns false if that was done before. */
  const decide = ({ id, proposal }: OpenSuggestion, status: "accepted" | "rejected") => {
    if (!isOpen(id)) return false;
    void client.cancelQueries({ queryKey: options.queryKey });
    client.setQueryData(
      options.queryKey,
      (before) => before && { ...before, items: before.items.map((row) => (row.id === id ? { ...row, status } : row)) },
    );
    const { inserted, deleted, blocks } = proposal;
    if (status === "accepted") accept.mutate({ key, id, shown: { inserted, deleted, blocks } });
    else reject.mutate({ key, id });
    return true;
  };
  const several = (did: "accepted" | "rejected") => ({
    onError: failed,
    onSuccess: ({ ids, kept }: { ids: readonly string[]; kept: number | null }) =>
      done(decidedWords(ids.length, did, kept), ids),
  });
  return {
    open,
    authors,
    isOpen,
    decide,
    acceptAll: useMutation(query.suggestion.acceptAll.mutationOptions(several("accepted"))),
    rejectAll: useMutation(query.suggestion.rejectAll.mutationOptions(several("rejected"))),
  };
}

export type Suggestions = ReturnType<typeof useSuggestions>;

/** The passage of a suggestion. */
export const suggestedPassage = (id: string): HTMLElement | null =>
  document.querySelector(
    `[data-review-text] :is([data-suggestion-id="${CSS.escape(id)}"], [data-proposal-id="${CSS.escape(id)}"])`,
  );
