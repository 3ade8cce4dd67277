"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useChangeCondition } from "../use-condition.ts";

/** The name of a condition. The statements of its factors stay. */
export function RenameDialog({ condition, onClose }: { condition: CanonicalFactor; onClose: () => void }) {
  const { send, isBusy } = useChangeCondition();
  const [name, setName] = useState(condition.name);
  const { id, version } = condition;
  const rename = () => {
    if (!name.trim()) return false;
    send(
      () => api.canonicalFactor.rename({ id, version, name: name.trim() }),
      (renamed) => {
        onClose();
        const back = { id, version: renamed.version, name: condition.name };
        toastDone("Condition renamed", {
          undo: () =>
            send(
              () => api.canonicalFactor.rename(back),
              () => toastDone("Undone"),
            ),
        });
      },
    );
    return true;
  };
  return (
    <FormDialog
      title="Rename condition"
      widthPx={600}
      confirm="Rename condition"
      isBusy={isBusy}
      busyLabel="Renaming"
      onSend={rename}
      onClose={onClose}
    >
      <Field
        label="Name"
        hint="Everyone who can read one of its incidents sees this name. Each review keeps its own statement."
        error={name.trim() ? undefined : "Enter a name"}
      >
        <Input
          autoFocus
          value={name}
          maxLength={LENGTHS.canonicalFactor.name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
