"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { TokenField } from "#components/ui/token-field.tsx";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { useChangeStrategic } from "./use-change.ts";

/** Links action items that exist already, found by words or key. */
export function ActionPicker({ change, onClose }: { change: StrategicChange; onClose: () => void }) {
  const { send, isBusy } = useChangeStrategic();
  const [q, setQ] = useState("");
  const [keys, setKeys] = useState<readonly string[]>(change.actions.map((action) => action.key));
  const found = useQuery(reads.actionItem.found(q));
  const known = change.actions.map(({ key, title, status }) => ({ key, title, detail: status }));
  const hits = (found.data?.items ?? []).map(({ key, title, status }) => {
    return { key, title, detail: ACTION_STATUS_WORDS[status] };
  });
  const options = [...new Map([...known, ...hits].map((one) => [one.key, one])).values()].map((one) => ({
    value: one.key,
    label: one.title,
    detail: one.key,
  }));
  const { key, version } = change;
  const save = () =>
    send(
      key,
      () => api.strategicChange.update({ key, version, actionKeys: [...keys] }),
      () => {
        onClose();
        toastDone(`${keys.length} ${keys.length === 1 ? "action" : "actions"} linked`);
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Link actions"
      widthPx={560}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" busy={isBusy} busyLabel="Linking" onClick={save}>
            Link actions
          </Button>
        </>
      }
    >
      <Field label="Actions" hint="Search by title or key">
        <TokenField
          label="Actions"
          values={keys}
          options={options}
          onChange={setKeys}
          addLabel="Add action"
          onSearch={setQ}
        />
      </Field>
    </Dialog>
  );
}
