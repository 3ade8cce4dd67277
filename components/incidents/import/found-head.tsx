"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import type { Preview } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { useTakeHead } from "./use-take-head.ts";

type FoundHeadProps = { incident: Incident; filename: string; preview: Pick<Preview, "title" | "summary"> };

/** Title and summary of a write-up, each to be taken by a button of its own; nothing is taken by itself. */
export function FoundHead({ incident, filename, preview }: FoundHeadProps) {
  const id = useId();
  const { take, isBusy } = useTakeHead(incident);
  const { title, summary } = preview;
  return (
    <section className="sec" aria-labelledby={id}>
      <SectionHead id={id} title="Title and summary of this text" count={filename} />
      <ul className="rows">
        {title !== null && title !== incident.title ? (
          <li className="flex gap-3 py-2">
            <span>{title}</span>
            <span className="right">
              <Button busy={isBusy} busyLabel="Saving" onClick={() => void take({ title })}>
                Use as title
              </Button>
            </span>
          </li>
        ) : null}
        {summary !== null && summary !== incident.impactText ? (
          <li className="flex gap-3 py-2">
            <span className="whitespace-pre-line">{summary}</span>
            <span className="right">
              <Button busy={isBusy} busyLabel="Saving" onClick={() => void take({ impactText: summary })}>
                Use as impact text
              </Button>
            </span>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** Whether a preview offers a title or summary that the incident does not have already. */
export const offersHead = ({ title, summary }: FoundHeadProps["preview"], incident: Incident): boolean =>
  (title !== null && title !== incident.title) || (summary !== null && summary !== incident.impactText);
