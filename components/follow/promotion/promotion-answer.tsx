"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { WordsDialog } from "#components/ui/fields/words-dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Promotion } from "#lib/contract/promotion.ts";
import { listInputOf } from "../strategic-change/change-views.ts";
import styles from "./promotion-card.module.css";

const SINCE = "Something new happened, so your answer wasn't saved. The proposal is shown with it. Answer again.";

/** Sends answers to proposals, and shows the lists as they are then. */
export function useAnswers() {
  const client = useQueryClient();
  // Handlers of the hook run even after the card of an answered proposal is gone.
  const { mutate, isPending } = useMutation({
    mutationFn: ({ run }: Sent) => run(),
    onError: (error, { since }) => toastError(problemOf(error)?.code === "conflict" ? since : wordsOf(error)),
    onSettled: () => {
      void refresh(client, "canonical_factor");
      void refresh(client, "strategic_change");
    },
  });
  const send = <Result,>(run: () => Promise<Result>, onDone: (result: Result) => void, since = SINCE) =>
    mutate({ run: async () => onDone(await run()), since });
  return { send, isBusy: isPending };
}

interface Sent {
  run: () => Promise<void>;
  /** Words for a conflict, if someone changed it in the meantime. */
  since: string;
}

/** A TPM's answers to a proposal: a new change, part of one, or neither for now. */
export function PromotionAnswer({ promotion }: { promotion: Promotion }) {
  const router = useRouter();
  const { send, isBusy } = useAnswers();
  const [asking, setAsking] = useState<"change" | "aside" | null>(null);
  const { id, name } = promotion.condition;
  const undone = () => toastDone("Undone");
  const accept = (changeKey?: string) =>
    send(
      async () => {
        const before = changeKey ? await api.strategicChange.get({ key: changeKey }) : null;
        return { before, change: await api.promotion.accept({ id, ...(changeKey ? { changeKey } : {}) }) };
      },
      ({ before, change: { key, version } }) => {
        const restored = before ? { factorIds: before.factors.map((factor) => factor.id) } : { archived: true };
        // If someone changed it in between, the factors from before would undo that too.
        const isOwn = before === null || version === before.version + 1;
        const undo = () =>
          send(
            () => api.strategicChange.update({ key, version, ...restored }),
            undone,
            `Someone has changed ${key} since, so nothing was undone. See its page.`,
          );
        toastDone(changeKey ? `${name}: added to ${key}` : `${key} proposed`, {
          action: { label: "Open", run: () => router.push(`/strategy/${key}`) },
          undo: isOwn ? undo : undefined,
        });
        setAsking(null);
      },
    );
  const reopen = () => send(() => api.promotion.reopen({ id }), undone);
  const setAside = (reason: string) =>
    send(
      () => api.promotion.setAside({ id, reason, marks: [...promotion.marks] }),
      () => {
        toastDone(`${name}: set aside`, { undo: reopen });
        setAsking(null);
      },
    );
  return (
    <div className={styles.answer}>
      <Button kind="primary" busy={isBusy} onClick={() => accept()} aria-label={`Accept as strategic change: ${name}`}>
        Accept as strategic change
      </Button>
      <Button onClick={() => setAsking("change")} aria-label={`Add to strategic change: ${name}`}>
        Add to strategic change
      </Button>
      <Button kind="ghost" onClick={() => setAsking("aside")} aria-label={`Set aside: ${name}`}>
        Set aside
      </Button>
      {asking === "change" ? (
        <AddDialog name={name} isBusy={isBusy} onPick={accept} onClose={() => setAsking(null)} />
      ) : null}
      {asking === "aside" ? (
        <WordsDialog
          title={`Set aside ${name}?`}
          description="It is proposed again only when something new happens: a new incident, a failed fix, or another rule that is met."
          label="Reason"
          maxLength={LENGTHS.strategicChange.reason}
          missing="Enter a reason"
          confirm="Set aside"
          isBusy={isBusy}
          onConfirm={setAside}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}

interface AddDialogProps {
  name: string;
  isBusy: boolean;
  onPick: (changeKey: string) => void;
  onClose: () => void;
}

function AddDialog({ name, isBusy, onPick, onClose }: AddDialogProps) {
  const [q, setQ] = useState("");
  const [key, setKey] = useState("");
  const [isTried, setTried] = useState(false);
  const input = listInputOf("current", { q, health: [], quarter: [], team: [], archived: false });
  const found = useQuery(reads.strategicChange.found(input)).data?.items ?? [];
  return (
    <FormDialog
      title={`Add to strategic change: ${name}`}
      description="The strategic change will address its factors."
      confirm="Add"
      isBusy={isBusy}
      onSend={() => {
        setTried(true);
        if (key) onPick(key);
        return key !== "";
      }}
      onClose={onClose}
    >
      <Field label="Strategic change" error={isTried && !key ? "Choose a strategic change" : undefined}>
        <Combobox
          label="Strategic change"
          value={key || null}
          options={found.map((row) => ({ value: row.key, label: `${row.key} ${row.title}` }))}
          nameOf={(chosen) => chosen}
          onSearch={setQ}
          onChange={setKey}
        />
      </Field>
    </FormDialog>
  );
}
