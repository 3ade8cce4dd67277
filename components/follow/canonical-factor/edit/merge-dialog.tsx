"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { CanonicalFactor, CanonicalFactorRow } from "#lib/contract/canonical-factor.ts";
import { fixWords, seenWords } from "#lib/follow/canonical-factor/condition.ts";
import { useChangeCondition } from "../use-condition.ts";

/** Merges another condition into this one. */
export function MergeDialog({ condition, onClose }: { condition: CanonicalFactor; onClose: () => void }) {
  const today = useToday();
  const { send, isBusy } = useChangeCondition();
  const [q, setQ] = useState("");
  const [other, setOther] = useState<CanonicalFactorRow | null>(null);
  const [isTried, setTried] = useState(false);
  const { id, version } = condition;
  const found = (useQuery(reads.canonicalFactor.found(q)).data?.items ?? []).filter(
    (row) => row.id !== id && row.abilities.edit,
  );
  const merge = () => {
    if (!other) return setTried(true);
    send(
      () => api.canonicalFactor.merge({ id, version, otherId: other.id, otherVersion: other.version }),
      (merged) => {
        onClose();
        const undo = { id, version: merged.version, otherId: other.id };
        toastDone("Conditions merged", {
          undo: () =>
            send(
              () => api.canonicalFactor.undoMerge(undo),
              () => toastDone("Undone"),
            ),
        });
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Merge condition"
      description={`The other condition becomes part of “${condition.name}”. Each review keeps its own statement, and the merge can be undone on this page.`}
      widthPx={600}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" busy={isBusy} busyLabel="Merging" onClick={merge}>
            Merge condition
          </Button>
        </>
      }
    >
      <Field
        label="Other condition"
        error={isTried && !other ? "Choose a condition" : undefined}
        hint={
          other
            ? `Adds ${countWords(other.incidentCount, "incident")} and ${countWords(other.fixes.length, "action")}.`
            : undefined
        }
      >
        <Combobox
          label="Other condition"
          value={other?.id ?? null}
          options={found.map((row) => ({
            value: row.id,
            label: row.name,
            detail: `${seenWords(row)}, ${fixWords(row, today)}`,
          }))}
          nameOf={() => other?.name}
          onChange={(value) => setOther(found.find((row) => row.id === value) ?? null)}
          onSearch={setQ}
          placeholder="Choose a condition"
        />
      </Field>
    </Dialog>
  );
}
