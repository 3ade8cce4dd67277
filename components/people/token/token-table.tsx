"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Token } from "#lib/contract/token.ts";
import { TokenRow } from "./token-row.tsx";

/** My tokens. Revoking asks first, because a secret can't be restored. */
export function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<Token | null>(null);
  const [busy, setBusy] = useState(false);
  const revoke = async (token: Token, words: string) => {
    setBusy(true);
    try {
      await api.token.revoke({ id: token.id });
      toastDone(words);
    } catch (error) {
      toastError(wordsOf(error));
    }
    setBusy(false);
    setAsked(null);
    await refresh(client, "token");
  };
  return (
    <>
      <Table caption="My tokens">
        <thead>
          <tr>
            <HeadCell>Token</HeadCell>
            <HeadCell>Scope</HeadCell>
            <HeadCell className={textStyles.wideOnly}>Last used</HeadCell>
            <HeadCell>Until</HeadCell>
            <HeadCell right>
              <span className={textStyles.visuallyHidden}>Actions</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              onRevoke={() => setAsked(token)}
              onRemove={() => void revoke(token, `${token.name} removed`)}
            />
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => (open ? undefined : setAsked(null))}
        title={`Revoke “${asked?.name ?? ""}”?`}
        description="Scripts that use this token stop working. You can't undo this, but you can create a new token."
        confirmLabel="Revoke token"
        busyLabel="Revoking"
        busy={busy}
        onConfirm={() => (asked ? void revoke(asked, `${asked.name} revoked`) : undefined)}
      />
    </>
  );
}
