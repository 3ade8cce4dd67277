"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Integration } from "#lib/contract/integration.ts";
import styles from "./secret.module.css";

/** Secrets from before a rotation that still work, each with its end and a button to end it now. */
export function OldSecrets({ integration }: { integration: Integration }) {
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: (secretId: string) => api.integration.endSecret({ id: integration.id, secretId }),
    onSuccess: (row) => {
      client.setQueryData(query.integration.get.queryKey({ input: { id: row.id } }), row);
      toastDone("Old secret revoked");
    },
    onError: (error) => toastError(wordsOf(error)),
  });
  return integration.secrets
    .filter(({ current }) => !current)
    .map(({ id, hint, expiresAt }) => (
      <Note key={id} className={styles.note}>
        The previous secret, …{hint}, works until {expiresAt ? <Moment at={expiresAt} /> : "it's revoked"}.{" "}
        <button
          type="button"
          className={textStyles.underlinedLink}
          aria-label={`Revoke now, …${hint}`}
          disabled={end.isPending}
          onClick={() => end.mutate(id)}
        >
          Revoke now
        </button>
      </Note>
    ));
}
