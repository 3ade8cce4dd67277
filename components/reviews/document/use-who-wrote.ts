"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { reads } from "#components/base/api/client.ts";
import { readWordsOf } from "#components/base/api/problem.ts";
import { momentWords } from "#components/ui/labels/moment-words.ts";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import type { TextAuthor, TextAuthors } from "#lib/contract/version.ts";
import { isProposedText } from "#lib/document/text-as.ts";
import { authorName } from "#lib/reviews/version/version-words.ts";

/** Shows who wrote the selected sentences, as far as they are in one block at the top level. */
export function useWhoWrote(reviewKey: string): (editor: Editor) => void {
  const client = useQueryClient();
  return (editor) => {
    const selected = selectedLetters(editor);
    client.fetchQuery({ ...reads.version.authors({ key: reviewKey }), staleTime: 0 }).then(
      (told) => {
        const authors = authorsOf(told, selected);
        if (authors) toastDone(authors.length === 0 ? "Select some text first" : `Written by ${words(authors)}`);
        else toastError("The text is still being saved. Try again in a moment.");
      },
      (error: unknown) => toastError(`Couldn't load the authors. ${readWordsOf(error)}`),
    );
  };
}

const words = (authors: readonly TextAuthor[]) =>
  authors
    .map((one) => `${authorName(one)}${one.at ? `, ${momentWords(new Date(one.at), new Date())}` : ""}`)
    .join("; ");

interface SelectedLetters {
  block: string | null;
  from: number;
  to: number;
  /** How many the block has. */
  letters: number;
}

function selectedLetters({ state: { doc, selection } }: Editor): SelectedLetters {
  const { $from, from, to } = selection;
  const start = $from.depth > 0 ? $from.before(1) : from;
  const block = doc.nodeAt(start);
  const end = start + (block?.nodeSize ?? 0);
  const lettersUntil = (until: number) => {
    let letters = 0;
    doc.nodesBetween(start, until, (node, at) => {
      if (isProposedText(node)) return;
      if (node.isText) letters += Math.min(until, at + node.nodeSize) - at;
      else if (node.isInline && node.isLeaf) letters += 1;
    });
    return letters;
  };
  const id: unknown = block?.attrs.id;
  return {
    block: typeof id === "string" ? id : null,
    from: lettersUntil(from),
    to: lettersUntil(Math.min(to, end)),
    letters: lettersUntil(end),
  };
}

/** The authors of the selected sentences, each once. Null if the server has another text. */
function authorsOf({ blocks, authors }: TextAuthors, selected: SelectedLetters): TextAuthor[] | null {
  const block = blocks.find((one) => one.block === selected.block);
  if (!block || block.letters !== selected.letters) return null;
  const found = new Map<string, TextAuthor>();
  for (const { letters, authors: places } of block.sentences) {
    if (letters[0] >= selected.to || letters[1] <= selected.from) continue;
    for (const author of places.flatMap((place) => authors[place] ?? [])) {
      const key = author.person?.id ?? author.kind;
      const known = found.get(key);
      if (!known || (author.at ?? "") > (known.at ?? "")) found.set(key, author);
    }
  }
  return [...found.values()];
}
