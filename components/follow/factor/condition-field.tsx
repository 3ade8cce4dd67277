"use client";

import NextLink from "next/link";
import { api } from "#components/base/api/client.ts";
import { useChangeCondition } from "#components/follow/canonical-factor/use-condition.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { FieldFrame } from "#components/ui/fields/field.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { Factor } from "#lib/contract/factor.ts";

/** The condition that a factor shares with other incidents, with a button that unlinks it. */
export function ConditionField({ factor }: { factor: Factor }) {
  const { send, isBusy } = useChangeCondition();
  const { id: factorId, version, condition, abilities } = factor;
  if (!condition) return null;
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
