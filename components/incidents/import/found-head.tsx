"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import type { Preview } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";

type Head = { title?: string; impactText?: string };

/** Takes the title or the summary of a write-up for an incident; a toast puts the former words back. */
function useTakeHead(incident: Incident) {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);

  const save = async (head: Head, version: number): Promise<Incident | null> => {
    try {
      return await api.incident.update({ key: incident.key, version, ...head });
    } catch (error) {
      toastError(wordsOf(error));
      return null;
    } finally {
      await client.invalidateQueries({ queryKey: query.incident.key() });
    }
  };

  const take = async (head: Head): Promise<void> => {
    setIsBusy(true);
    const before: Head = head.title === undefined ? { impactText: incident.impactText } : { title: incident.title };
    const saved = await save(head, incident.version);
    setIsBusy(false);
    if (!saved) return;
    const words = head.title === undefined ? "Impact text taken from the write-up" : "Title taken from the write-up";
    toastDone(words, { undo: () => void save(before, saved.version) });
  };
  return { take, isBusy };
}

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
