"use client";

import { Feather } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/overlays/popover.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import styles from "./hint-steps.module.css";
import type { Hints } from "./use-hints.ts";

/** Goes to the hints of the text, and shows those that people dismissed for the whole review. */
export function HintSteps({ hints: { count, hidden, next, restore } }: { hints: Hints }) {
  return (
    <>
      {count > 0 ? (
        <Button kind="ghost" icon={<Feather size={14} />} keys="f7" onClick={next}>
          {countWords(count, "wording hint")}
        </Button>
      ) : null}
      {hidden.length > 0 ? (
        <Popover
          label="Wording hints dismissed in this review"
          trigger={<Button kind="ghost">{countWords(hidden.length, "dismissed hint")}</Button>}
        >
          <ul className={styles.hidden}>
            {hidden.map(({ id, message, reason }) => (
              <li key={id}>
                <p>{message}</p>
                {reason === "" ? null : <p className={textStyles.muted}>{reason}</p>}
                <Button aria-label={`Show again: ${message}`} onClick={() => restore(id)}>
                  Show again
                </Button>
              </li>
            ))}
          </ul>
        </Popover>
      ) : null}
    </>
  );
}
