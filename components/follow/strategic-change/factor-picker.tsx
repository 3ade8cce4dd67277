"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { useChangeStrategic } from "./use-change.ts";

/** Links factors of one review after the other. */
export function FactorPicker({ change, onClose }: { change: StrategicChange; onClose: () => void }) {
  const { send, isBusy } = useChangeStrategic();
  const [q, setQ] = useState("");
  const [reviewKey, setReviewKey] = useState<string | null>(null);
  const [ids, setIds] = useState<readonly string[]>(change.factors.map((factor) => factor.id));
  const reviews = useQuery(reads.review.found(q));
  const factors = useQuery({ ...reads.factor.ofReview(reviewKey ?? ""), enabled: reviewKey !== null });
  const options = (reviews.data?.items ?? []).map((review) => ({
    value: review.key,
    label: review.title,
    detail: `${review.key}, ${review.incident.key}`,
  }));
  const toggle = (id: string) => setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const { key, version } = change;
  const save = () =>
    send(
      key,
      () => api.strategicChange.update({ key, version, factorIds: [...ids] }),
      () => {
        onClose();
        toastDone(`${ids.length} ${ids.length === 1 ? "factor" : "factors"} linked`);
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Link factors"
      widthPx={560}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" busy={isBusy} busyLabel="Linking" onClick={save}>
            Link factors
          </Button>
        </>
      }
    >
      <Field label="Review">
        <Combobox
          label="Review"
          value={reviewKey}
          options={options}
          onChange={setReviewKey}
          onSearch={setQ}
          placeholder="Choose a review"
        />
      </Field>
      {reviewKey !== null && factors.isPending ? <SkeletonText lines={3} label="Loading factors" /> : null}
      {factors.data && factors.data.items.length === 0 ? (
        <p className="muted">This review has no factors yet.</p>
      ) : null}
      <ul className="stack tight">
        {(factors.data?.items ?? []).map((factor) => (
          <li key={factor.id}>
            <Checkbox
              label={`${factor.number}. ${factor.statement}`}
              checked={ids.includes(factor.id)}
              onChange={() => toggle(factor.id)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
