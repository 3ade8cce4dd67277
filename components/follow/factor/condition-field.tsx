"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { useChangeCondition } from "#components/follow/canonical-factor/use-condition.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { cx } from "#components/ui/cx.ts";
import { Field, FieldFrame } from "#components/ui/fields/field.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { shortened } from "#lib/base/text/one-line.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { fixWords, seenWords } from "#lib/follow/canonical-factor/condition.ts";

const OWN = "own";

/** The condition that a factor shares with other incidents, with a button that unlinks it, or a choice of one. */
export function ConditionField({ factor }: { factor: Factor }) {
  if (factor.condition) return <LinkedCondition factor={factor} condition={factor.condition} />;
  return factor.abilities.edit ? <ConditionChoice factor={factor} /> : null;
}

/** Any condition, in whichever words, or a new one with the statement as its name. */
function ConditionChoice({ factor }: { factor: Factor }) {
  const { send, isBusy } = useChangeCondition();
  const today = useToday();
  const [q, setQ] = useState("");
  const found = useQuery(reads.canonicalFactor.found(q)).data?.items ?? [];
  const { id: factorId, version } = factor;
  const link = (id: string) =>
    send(
      () =>
        id === OWN
          ? api.canonicalFactor.create({
              name: shortened(factor.statement, LENGTHS.canonicalFactor.name),
              factors: [{ id: factorId, version }],
            })
          : api.canonicalFactor.link({ id, factorId, factorVersion: version }),
      (linked) =>
        toastDone(`Factor linked to “${linked.name}”`, {
          undo: () =>
            send(
              () => api.canonicalFactor.unlink({ id: linked.id, factorId, factorVersion: version + 1 }),
              () => toastDone("Undone"),
            ),
        }),
    );
  return (
    <Field label="Condition" optional hint="Links this factor to the same condition in other incidents">
      <Combobox
        label="Condition"
        value={null}
        disabled={isBusy}
        placeholder="Choose a condition"
        options={[
          ...found.map((row) => ({
            value: row.id,
            label: row.name,
            detail: `${seenWords(row)}, ${fixWords(row, today)}`,
          })),
          { value: OWN, label: "A condition of its own" },
        ]}
        onSearch={setQ}
        onChange={(id) => void link(id)}
      />
    </Field>
  );
}

function LinkedCondition({ factor, condition }: { factor: Factor; condition: NonNullable<Factor["condition"]> }) {
  const { send, isBusy } = useChangeCondition();
  const { id: factorId, version, abilities } = factor;
  const link = { id: condition.id, factorId };
  const unlink = () =>
    send(
      () => api.canonicalFactor.unlink({ ...link, factorVersion: version }),
      () =>
        toastDone("Factor unlinked", {
          undo: () =>
            send(
              () => api.canonicalFactor.link({ ...link, factorVersion: version + 1 }),
              () => toastDone("Undone"),
            ),
        }),
    );
  return (
    <FieldFrame label="Condition">
      <div className={layoutStyles.wrappingRow}>
        <NextLink
          className={cx(textStyles.link, textStyles.emphasis, textStyles.breaksAnywhere)}
          href={`/factors/${condition.id}`}
        >
          {condition.name}
        </NextLink>
        {abilities.edit ? (
          <Button kind="ghost" busy={isBusy} busyLabel="Unlinking" onClick={unlink}>
            Unlink condition
          </Button>
        ) : null}
      </div>
    </FieldFrame>
  );
}
