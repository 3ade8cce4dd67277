"use client";

import { FileSearch } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./finding.module.css";
import { certainIds, FindingList } from "./finding-list.tsx";
import { fileWords, foundWords } from "./finding-words.ts";
import { useFindings } from "./use-findings.ts";

/** One line about what imported files contain in addition to events, while some of it waits. It opens to the list. */
export function FoundInFiles({ incidentKey, mayEdit }: { incidentKey: string; mayEdit: boolean }) {
  const id = useId();
  const { items, settle, isBusy } = useFindings(incidentKey);
  const [isOpen, setOpen] = useState(false);
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const waiting = items.filter(({ state }) => state === "waiting");
  if (waiting.length === 0 || !mayEdit) return null;
  const certain = certainIds(waiting);
  const ticked = new Set(waiting.map((one) => one.id).filter((one) => changed.get(one) ?? certain.has(one)));
  const chosen = waiting.filter((one) => ticked.has(one.id));
  const none = chosen.length === 0 ? "Select at least one finding" : undefined;
  return (
    <section className={styles.found} aria-label="Found in your files">
      <div className={styles.head}>
        <FileSearch size={14} />
        <p>
          <b>Found in {fileWords(waiting)}:</b> {foundWords(waiting.map(({ kind }) => kind))}.{" "}
          <span className={textStyles.muted}>Accept or dismiss them.</span>
        </p>
        <Button kind="ghost" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Hide list" : "Show list"}
        </Button>
        {isOpen ? null : (
          <Button kind="ghost" busy={isBusy} busyLabel="Dismissing" onClick={() => void settle("dismiss", waiting)}>
            Dismiss all
          </Button>
        )}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen ? (
          <>
            <FindingList
              label="Found in your files"
              findings={waiting}
              ticked={ticked}
              onTick={(one, on) => setChanged((now) => new Map([...now, [one, on]]))}
            />
            <div className={styles.buttons}>
              <Button
                kind="primary"
                busy={isBusy}
                busyLabel="Accepting"
                disabledReason={none}
                onClick={() => void settle("accept", chosen)}
              >
                Accept {chosen.length}
              </Button>
              <Button disabledReason={none} onClick={() => void settle("acceptLater", chosen)}>
                Accept when I generate
              </Button>
              <Button kind="ghost" onClick={() => void settle("dismiss", waiting)}>
                Dismiss all
              </Button>
              <span className={textStyles.note}>You can restore dismissed findings under Imports.</span>
            </div>
          </>
        ) : null}
      </div>
    </section>
  );
}
