"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcwKey } from "lucide-react";
import { useState } from "react";
import { api, query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/fields/copy-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { Integration } from "#lib/contract/integration.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { hookSourceNamed } from "#lib/intake/integration/hook-sources.ts";
import { OVERLAP_HOURS } from "#lib/intake/integration/limits.ts";
import { OldSecrets } from "./old-secrets.tsx";
import styles from "./secret.module.css";
import { secretProblem } from "./secret-problem.ts";
import { keepSecret } from "./secret-store.ts";

type SecretPartProps = {
  integration: Integration;
  field: "secret" | "paste" | "url_with_secret";
  /** Set if no other step contains the secret, so it can be created again here. */
  isOnly: boolean;
  /** Known only right after it was created. */
  secret: string | null;
  onMade: (secret: string | null) => void;
};

/** The secret of an integration: shown once, created again, or pasted from the tool. */
export function SecretPart({ integration, field, isOnly, secret, onMade }: SecretPartProps) {
  const { url } = integration;
  if (field === "url_with_secret") {
    return (
      <>
        <CopyField
          label={secret ? "URL with the secret, shown once" : "URL with the secret"}
          value={`${url}.${secret ?? "<secret>"}`}
        />
        {isOnly ? <MadeSecret integration={integration} secret={secret} onMade={onMade} isShown /> : null}
      </>
    );
  }
  if (field === "paste") return <PasteSecret integration={integration} onMade={onMade} />;
  return <MadeSecret integration={integration} secret={secret} onMade={onMade} isShown={false} />;
}

type MadeSecretProps = Pick<SecretPartProps, "integration" | "secret" | "onMade"> & {
  /** The secret is already visible, as a part of the URL. */
  isShown: boolean;
};

function MadeSecret({ integration, secret, onMade, isShown }: MadeSecretProps) {
  const { id, secrets } = integration;
  const current = secrets.find((one) => one.current);
  const rotate = useRotate(integration, onMade);
  return (
    <>
      {secret && !isShown ? <CopyField label="Secret, shown once" value={secret} /> : null}
      {secret ? null : (
        <Note className={styles.note}>
          {current ? (
            <>
              The secret ends in <span className={textStyles.code}>{current.hint}</span>. It can't be shown again.
            </>
          ) : (
            "No secret yet"
          )}
        </Note>
      )}
      <OldSecrets integration={integration} />
      <Button
        kind="ghost"
        icon={<RotateCcwKey size={14} />}
        busy={rotate.isPending}
        busyLabel="Rotating"
        onClick={() => rotate.mutate({ id })}
      >
        {secret ? "Rotate secret" : `Rotate secret`}
      </Button>
    </>
  );
}

function PasteSecret({ integration, onMade }: { integration: Integration; onMade: (secret: string | null) => void }) {
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const paste = useRotate(integration, onMade);
  const label = hookSourceNamed(integration.source)?.label ?? "The tool";
  const current = integration.secrets.find((one) => one.current);
  return (
    <form
      className={layoutStyles.tightStack}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (typed.trim() !== "" && secretProblem(typed) === undefined)
          paste.mutate({ id: integration.id, secret: typed.trim() }, { onSuccess: () => setTyped("") });
      }}
    >
      <Field
        label="Secret"
        error={tried ? secretProblem(typed) : undefined}
        hint={
          current
            ? `The current secret ends in ${current.hint}.`
            : `${label} creates it. Until you paste it here, deliveries are rejected.`
        }
      >
        <Input
          type="password"
          autoComplete="off"
          maxLength={LENGTHS.integration.secret}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <span className={layoutStyles.row}>
        <Button
          type="submit"
          busy={paste.isPending}
          busyLabel="Saving"
          disabledReason={typed.trim() === "" ? "Paste the secret first" : undefined}
        >
          Save secret
        </Button>
      </span>
      <OldSecrets integration={integration} />
    </form>
  );
}

function useRotate({ label }: Integration, onMade: (secret: string | null) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof api.integration.rotateSecret>[0]) => api.integration.rotateSecret(input),
    onSuccess: ({ integration, secret }) => {
      client.setQueryData(query.integration.get.queryKey({ input: { id: integration.id } }), integration);
      keepSecret(integration.id, secret);
      onMade(secret);
      const hasOlder = integration.secrets.some(({ current }) => !current);
      toastDone(
        hasOlder
          ? `Secret of ${label} rotated. The previous one works for ${OVERLAP_HOURS} h.`
          : `Secret of ${label} saved`,
      );
    },
    onError: (error) => toastError(wordsOf(error)),
  });
}
