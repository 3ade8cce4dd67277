"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/fields/copy-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { SecretOnce } from "#components/ui/fields/secret-once.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Tracker } from "#lib/contract/tracker.ts";
import { VENDOR_WORDS } from "./tracker-words.ts";

/** Where a tracker's webhook posts to, and the secret with which it signs. */
export function TrackerHook({ tracker }: { tracker: Tracker }) {
  const client = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const [isEntering, setEntering] = useState(false);
  const label = TRACKER_VENDOR_WORDS[tracker.vendor];
  const isTheirs = VENDOR_WORDS[tracker.vendor].secretOrigin === "theirs";
  const renew = async (secret?: string) => {
    try {
      const { id, version } = tracker;
      const made = await api.tracker.renewHookSecret({ id, version, ...(secret ? { secret } : {}) });
      setShown(secret ? null : made.secret);
      if (secret) toastDone("Secret stored");
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, "tracker");
    }
  };
  const how = isTheirs
    ? `${label} makes the secret. Enter it here`
    : "Make a secret, and enter it there with the address";
  return (
    <Section
      id="tracker-webhook"
      title="Webhook"
      count="brings changes at once. Without it, they arrive within ten minutes"
      wraps
      right={
        <Button kind="ghost" onClick={() => (isTheirs ? setEntering(true) : void renew())}>
          {isTheirs ? "Enter secret" : tracker.hookSecretSet ? "New secret" : "Make secret"}
        </Button>
      }
    >
      <div className="stack">
        <CopyField label="Address" value={tracker.hookUrl} />
        {shown ? <SecretOnce what="secret" secret={shown} /> : null}
        <Note>
          {tracker.hookSecretSet
            ? "Only requests signed with the secret are read. Another secret replaces it at once."
            : `${how}. Until then, webhooks are refused.`}
        </Note>
      </div>
      {isEntering ? (
        <EnterSecret
          label={label}
          onClose={() => setEntering(false)}
          onSend={(secret) => {
            setEntering(false);
            void renew(secret);
          }}
        />
      ) : null}
    </Section>
  );
}

interface EnterSecretProps {
  label: string;
  onClose: () => void;
  onSend: (secret: string) => void;
}

function EnterSecret({ label, onClose, onSend }: EnterSecretProps) {
  const [secret, setSecret] = useState("");
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!secret.trim()) return false;
    onSend(secret.trim());
    return true;
  };
  return (
    <FormDialog title={`Enter the secret of ${label}`} confirm="Store" onSend={send} onClose={onClose}>
      <Field
        label="Signing secret"
        hint="On the page of the webhook there. Stored encrypted, and never shown again."
        error={isTried && !secret.trim() ? "Enter the secret" : undefined}
      >
        <Input
          autoFocus
          type="password"
          autoComplete="off"
          maxLength={LENGTHS.integration.secret}
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
