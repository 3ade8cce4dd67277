"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useChangeCondition } from "../use-condition.ts";

/** Moves some factors of a condition to a new one, and opens that. */
export function SplitDialog({ condition, onClose }: { condition: CanonicalFactor; onClose: () => void }) {
  const router = useRouter();
  const { send, isBusy } = useChangeCondition();
  const errorId = useId();
  const [name, setName] = useState("");
  const [ids, setIds] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const { id, version, factors } = condition;
  const isSome = ids.length > 0 && ids.length < factors.length;
  const choiceError = isTried && !isSome ? "Choose at least one factor, and leave at least one" : undefined;
  const toggle = (factorId: string) =>
    setIds((now) => (now.includes(factorId) ? now.filter((one) => one !== factorId) : [...now, factorId]));
  const split = () => {
    if (!name.trim() || !isSome) return setTried(true);
    send(
      () => api.canonicalFactor.split({ id, version, name: name.trim(), factorIds: [...ids] }),
      (part) => {
        onClose();
        const merge = { id, version: version + 1, otherId: part.id, otherVersion: part.version };
        toastDone("Condition split", {
          undo: () =>
            send(
              () => api.canonicalFactor.merge(merge),
              () => {
                router.push(`/factors/${id}`);
                toastDone("Undone");
              },
            ),
        });
        router.push(`/factors/${part.id}`);
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Split condition"
      description="The factors that you choose become a separate condition."
      widthPx={600}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" busy={isBusy} busyLabel="Splitting" onClick={split}>
            Split condition
          </Button>
        </>
      }
    >
      <div className={layoutStyles.stack}>
        <Field label="Name of the new condition" error={isTried && !name.trim() ? "Enter a name" : undefined}>
          <Input
            autoFocus
            value={name}
            maxLength={LENGTHS.canonicalFactor.name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset data-form-field aria-describedby={choiceError ? errorId : undefined}>
          <legend className={textStyles.emphasis}>Factors to move</legend>
          <ul className={layoutStyles.tightStack}>
            {factors.map((factor) => (
              <li key={factor.id}>
                <Checkbox
                  label={`${factor.incidentKey}: ${factor.statement}`}
                  checked={ids.includes(factor.id)}
                  onChange={() => toggle(factor.id)}
                />
              </li>
            ))}
          </ul>
          <FieldError id={errorId} message={choiceError} />
        </fieldset>
      </div>
    </Dialog>
  );
}
