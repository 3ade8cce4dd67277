"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import type { TextAuthor, TextAuthors, VersionDiff } from "#lib/contract/version.ts";
import type { BlockDiff } from "#lib/reviews/version/changes.ts";

interface AuthoredSentence {
  from: number;
  to: number;
  authors: TextAuthor[];
}

/** The sentences of a compared block in both texts. Empty where the text has changed since it was compared. */
export interface BlockAuthors {
  before: AuthoredSentence[];
  after: AuthoredSentence[];
}

/** Who wrote the sentences of compared texts, once that is asked for. Null until it is known. */
export function useAuthors(reviewKey: string, diff: VersionDiff | undefined, isAsked: boolean) {
  const of = (version: number | null | undefined) => ({
    ...reads.version.authors({ key: reviewKey, ...(typeof version === "number" ? { version } : {}) }),
    enabled: isAsked && diff !== undefined,
  });
  const before = useQuery(of(diff?.from));
  const after = useQuery(of(diff?.to));
  const known = isAsked && diff && before.data && after.data ? authorsOf(diff.blocks, before.data, after.data) : null;
  return { known, error: isAsked ? (before.error ?? after.error) : null };
}

/** Blocks of the newer text come in its order. Those of the older one have their ids. */
function authorsOf(
  blocks: readonly BlockDiff[],
  before: TextAuthors,
  after: TextAuthors,
): Map<BlockDiff, BlockAuthors> {
  const old = new Map(before.blocks.map((block) => [block.block, block]));
  let at = 0;
  return new Map(
    blocks.map((block) => {
      const is = block.op === "removed" ? undefined : after.blocks[at++];
      const was = block.block === null || block.op === "added" ? undefined : old.get(block.block);
      return [block, { before: sentencesOf(block, was, "in", before), after: sentencesOf(block, is, "out", after) }];
    }),
  );
}

function sentencesOf(
  { runs }: BlockDiff,
  block: TextAuthors["blocks"][number] | undefined,
  left: "in" | "out",
  { authors }: TextAuthors,
): AuthoredSentence[] {
  const length = runs.reduce((sum, { text, change }) => sum + (change === left ? 0 : text.length), 0);
  if (block?.length !== length) return [];
  return block.sentences.map(({ from, to, authors: places }) => ({
    ...{ from, to },
    authors: places.flatMap((place) => authors[place] ?? []),
  }));
}
