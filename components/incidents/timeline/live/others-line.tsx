"use client";

import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import styles from "./others-line.module.css";
import type { OthersChange } from "./use-others-change.ts";

type OthersLineProps = { change: OthersChange | null; onShow: (change: OthersChange) => void };

/** "Tomás Herrera hid 3 events just now. Show them": another person's change while the page is open. */
export function OthersLine({ change, onShow }: OthersLineProps) {
  return (
    <p className={styles.line} role="status">
      {change ? (
        <>
          <span>
            {change.who} {change.deed} {countWords(change.events.length, "event")} just now.
          </span>
          <button type="button" className={textStyles.link} onClick={() => onShow(change)}>
            Show {change.events.length === 1 ? "it" : "them"}
          </button>
        </>
      ) : null}
    </p>
  );
}
