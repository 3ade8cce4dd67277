"use client";

import { useEffect, useState } from "react";
import { CopyButton } from "#components/ui/fields/copy-button.tsx";
import styles from "./code.module.css";
import { type CodePiece, loadHighlight } from "./highlight.ts";

/** Code for readers. It is coloured once the grammars have loaded. */
export function ReadCode({ code, language }: { code: string; language: string }) {
  const [coloured, setColoured] = useState<readonly CodePiece[] | null>(null);
  useEffect(() => {
    let isCurrent = language !== "";
    if (isCurrent)
      loadHighlight().then(
        (highlight) => isCurrent && setColoured(highlight(code, language)),
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [code, language]);
  let at = 0;
  const pieces = (coloured ?? [{ text: code, kind: null }]).map((piece) => {
    at += piece.text.length;
    return { ...piece, end: at };
  });
  return (
    <div className={styles.code}>
      <div className={`noprint ${styles.head}`}>
        <CopyButton text={code} what="code" />
      </div>
      <pre>
        <code>
          {pieces.map(({ text, kind, end }) => (
            <span key={end} className={kind === null ? undefined : styles[kind]}>
              {text}
            </span>
          ))}
        </code>
      </pre>
    </div>
  );
}
