"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Bell, BellRing } from "lucide-react";
import { query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { toastError } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { settleEverywhere } from "../action-cache.ts";

/** Watches the action, or stops. People who watch it are notified of its events. */
export function WatchButton({ item }: { item: ActionItem }) {
  const client = useQueryClient();
  const meId = useMe()?.id;
  const { key, watching, watchers } = item;
  const change = useMutation(
    query.actionPart.watch.mutationOptions({
      onSuccess: (saved) => settleEverywhere(client, saved, meId),
      onError: (error) => toastError(wordsOf(error)),
    }),
  );
  const names = watchers.map(({ name }) => name);
  return (
    <Button
      kind="ghost"
      aria-pressed={watching}
      icon={watching ? <BellRing size={14} /> : <Bell size={14} />}
      busy={change.isPending}
      busyLabel="Saving"
      title={names.length > 0 ? `Watched by ${listWords(names)}` : "You get messages about it"}
      onClick={() => change.mutate({ key, on: !watching })}
    >
      {watching ? "Watching" : "Watch"}
      {names.length > 0 ? <span className={cx(textStyles.figure, textStyles.muted)}>{names.length}</span> : null}
    </Button>
  );
}
