"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Moment } from "#components/ui/labels/moment.tsx";
import type { TextAuthor } from "#lib/contract/version.ts";
import type { BlockDiff } from "#lib/reviews/version/changes.ts";
import { type SentencePiece, sentencePieces } from "#lib/reviews/version/sentence-pieces.ts";
import { authorName } from "#lib/reviews/version/version-words.ts";
import styles from "./authored-text.module.css";
import type { BlockAuthors } from "./use-authors.ts";

interface AuthoredTextProps {
  block: BlockDiff;
  authors: BlockAuthors;
  without?: "in" | "out" | undefined;
}

/** The sentences of a block. The one that is pointed at, or reached with the arrow keys, shows who wrote it. */
export function AuthoredText({ block, authors, without }: AuthoredTextProps) {
  const [active, setActive] = useState(0);
  const [isAsked, setAsked] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const pieces = sentencePieces(block.runs, { before: authors.before, after: authors.after }).flatMap((piece) => {
    const runs = piece.runs.filter(({ change }) => change !== without);
    return runs.length === 0 ? [] : [{ ...piece, runs }];
  });
  const ask = (at: number) => {
    setActive(at);
    setAsked(true);
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.min(pieces.length - 1, Math.max(0, active + by));
    list.current?.querySelectorAll<HTMLElement>("[role=option]")[next]?.focus();
  };
  const piece = isAsked ? pieces[active] : undefined;
  return (
    <>
      <div ref={list} role="listbox" aria-label="Sentences" className={styles.text} data-type={block.type}>
        {pieces.map(({ runs, sentence, side }, at) => {
          const key = `${at} ${side} ${sentence}`;
          return (
            <span
              key={key}
              role="option"
              tabIndex={at === active ? 0 : -1}
              aria-selected={isAsked && at === active}
              className={styles.sentence}
              onFocus={() => ask(at)}
              onMouseEnter={() => ask(at)}
              onKeyDown={move}
            >
              <Parts runs={runs} />
            </span>
          );
        })}
      </div>
      <p className={styles.author} role="status">
        {piece ? <Authors authors={authorsOf(piece, authors)} /> : null}
      </p>
    </>
  );
}

const authorsOf = ({ side, sentence }: SentencePiece, authors: BlockAuthors) => authors[side][sentence]?.authors ?? [];

function Parts({ runs }: { runs: SentencePiece["runs"] }) {
  return runs.map(({ text, change }, at) => {
    const key = `${at} ${change}`;
    if (change === "same") return <span key={key}>{text}</span>;
    return change === "in" ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
  });
}

/** Who wrote a sentence, in the order of their first word. */
function Authors({ authors }: { authors: readonly TextAuthor[] }) {
  if (authors.length === 0) return "No text";
  return authors.map((author, at) => (
    <span key={`${author.kind} ${author.person?.id} ${author.at}`}>
      {at > 0 ? "; " : ""}
      <b>{authorName(author)}</b>
      {author.at ? (
        <>
          {", "}
          <Moment at={author.at} />
        </>
      ) : null}
    </span>
  ));
}
