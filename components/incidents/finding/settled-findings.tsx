"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { FINDING_KIND_WORDS } from "#lib/base/vocabulary/finding.ts";
import type { Finding } from "#lib/contract/finding.ts";
import styles from "./finding.module.css";
import { lineWords } from "./finding-words.ts";
import { useFindings } from "./use-findings.ts";

/** Accepted and dismissed findings, each with an undo. */
export function SettledFindings({ incidentKey, mayEdit }: { incidentKey: string; mayEdit: boolean }) {
  const id = useId();
  const { items, settle, isBusy } = useFindings(incidentKey);
  const settled = items.filter(({ state }) => state !== "waiting");
  if (settled.length === 0) return null;
  return (
    <Section id={id} title="Found in files" count={settled.length}>
      <ul className={styles.list}>
        {settled.map((finding) => (
          <li key={finding.id} className={styles.row}>
            <span className={styles.kind}>{FINDING_KIND_WORDS[finding.kind]}</span>
            <span className={styles.words}>
              <span className={styles.text}>{finding.text}</span>
              <small>
                {finding.filename}, {lineWords(finding)}
              </small>
            </span>
            <span className={styles.line}>
              <Outcome finding={finding} />
              {mayEdit ? (
                <Button
                  kind="ghost"
                  busy={isBusy}
                  busyLabel="Restoring"
                  aria-label={`Restore ${finding.text}`}
                  onClick={() => void settle("restore", [finding])}
                >
                  Restore
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Outcome({ finding: { kind, state, became } }: { finding: Finding }) {
  if (state === "dismissed") return "Dismissed";
  if (became?.noun === "action_item") return <TextLink href={`/actions/${became.key}`}>{became.key}</TextLink>;
  if (became !== null) return "In the review";
  return kind === "summary" || kind === "impact" ? "For the draft" : "For the next review";
}
