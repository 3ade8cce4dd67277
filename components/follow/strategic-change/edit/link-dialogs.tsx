"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { TokenField } from "#components/ui/choices/token-field.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { withEdits } from "../change-cache.ts";
import { useChangeStrategic } from "../use-change.ts";

interface PickerProps {
  change: StrategicChange;
  onClose: () => void;
}

interface LinkDialogProps extends PickerProps {
  /** "action" or "factor". */
  noun: string;
  count: number;
  /** Returns the edit that links the chosen records when it is saved. */
  linksAfter: (
    linked: Pick<StrategicChange, "actions" | "factors">,
  ) => { actionKeys: string[] } | { factorIds: string[] };
  children: ReactNode;
}

/** Chooses what is linked to a change, and saves all of it at once. */
function LinkDialog({ change, noun, count, linksAfter, onClose, children }: LinkDialogProps) {
  const { send, isBusy } = useChangeStrategic();
  const { key, version } = change;
  const save = () =>
    send(
      key,
      version,
      (latest, last) => api.strategicChange.update({ key, version: latest, ...linksAfter({ ...change, ...last }) }),
      () => {
        onClose();
        toastDone(`${countWords(count, noun)} linked`);
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Link ${noun}s`}
      widthPx={560}
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" busy={isBusy} busyLabel="Linking" onClick={save}>
            Link {noun}s
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

const keyOf = ({ key }: StrategicChange["actions"][number]) => key;
const idOf = ({ id }: StrategicChange["factors"][number]) => id;

/** Links existing action items, found by words or key. */
export function ActionPicker({ change, onClose }: PickerProps) {
  const [q, setQ] = useState("");
  const [before] = useState(() => change.actions.map(keyOf));
  const [keys, setKeys] = useState(before);
  const found = useQuery(reads.actionItem.found(q)).data?.items ?? [];
  const options = [...new Map([...change.actions, ...found].map((one) => [one.key, one])).values()].map((one) => ({
    value: one.key,
    label: one.title,
    detail: one.key,
  }));
  return (
    <LinkDialog
      change={change}
      noun="action"
      count={keys.length}
      linksAfter={({ actions }) => ({ actionKeys: withEdits(actions.map(keyOf), before, keys) })}
      onClose={onClose}
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
    </LinkDialog>
  );
}

/** Links factors, one review at a time. */
export function FactorPicker({ change, onClose }: PickerProps) {
  const [q, setQ] = useState("");
  const [reviewKey, setReviewKey] = useState<string | null>(null);
  const [before] = useState(() => change.factors.map(idOf));
  const [ids, setIds] = useState(before);
  const reviews = useQuery(reads.review.found(q));
  const factors = useQuery({ ...reads.factor.ofReview(reviewKey ?? ""), enabled: reviewKey !== null });
  const options = (reviews.data?.items ?? []).map((review) => ({
    value: review.key,
    label: review.title,
    detail: `${review.key}, ${review.incident.key}`,
  }));
  const toggle = (id: string) => setIds((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <LinkDialog
      change={change}
      noun="factor"
      count={ids.length}
      linksAfter={({ factors }) => ({ factorIds: withEdits(factors.map(idOf), before, ids) })}
      onClose={onClose}
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
        <p className={textStyles.muted}>This review has no factors yet.</p>
      ) : null}
      <ul className={layoutStyles.tightStack}>
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
    </LinkDialog>
  );
}
