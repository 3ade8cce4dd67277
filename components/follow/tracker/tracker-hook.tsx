"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
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
import layoutStyles from "#components/ui/roles/layout.module.css";
import { TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Tracker } from "#lib/contract/tracker.ts";
import { VENDOR_WORDS } from "./tracker-words.ts";

/** Where a tracker's webhook posts to, and the secret with which it signs. */
export function TrackerHook({ tracker }: { tracker: Tracker }) {
  const client = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const [isEntering, setEntering] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const [refused, setRefused] = useState<string>();
  const label = TRACKER_VENDOR_WORDS[tracker.vendor];
  const isTheirs = VENDOR_WORDS[tracker.vendor].secretOrigin === "theirs";
  const renew = async (secret?: string) => {
    try {
      const { id, version } = tracker;
      const made = await api.tracker.renewHookSecret({ id, version, ...(secret ? { secret } : {}) });
      setShown(secret ? null : made.secret);
      setEntering(false);
      if (secret) toastDone("Secret saved");
    } catch (failure) {
      placeRefusal<{ secret: string }>(failure, ["secret"], (field, { message = "" }) => {
        if (field === "secret" && isEntering) setRefused(message);
        else toastError(message);
      });
    } finally {
      await refresh(client, "tracker");
    }
  };
  const how = isTheirs
    ? `${label} creates the secret. Enter it here.`
    : "Create a secret, and enter it there with the address";
  return (
    <Section
      id="tracker-webhook"
      title="Webhook"
      count="sends changes immediately, otherwise within 10 minutes"
      wraps
      right={
        <Button
          kind="ghost"
          onClick={() => (isTheirs ? setEntering(true) : tracker.hookSecretSet ? setReplacing(true) : void renew())}
        >
          {isTheirs ? "Enter secret" : tracker.hookSecretSet ? "Replace secret" : "Create secret"}
        </Button>
      }
    >
      <div className={layoutStyles.stack}>
        <CopyField label="Address" value={tracker.hookUrl} />
        {shown ? <SecretOnce what="secret" secret={shown} /> : null}
        <Note>
          {tracker.hookSecretSet
            ? "Only requests signed with the secret are read."
            : `${how}. Until then, webhooks are rejected.`}
        </Note>
      </div>
      {isReplacing ? (
        <FormDialog
          title="Replace the secret"
          description={`Webhooks are rejected until the new secret is on ${label}. Changes then arrive within 10 minutes.`}
          confirm="Replace secret"
          onClose={() => setReplacing(false)}
          onSend={() => {
            setReplacing(false);
            void renew();
            return true;
          }}
        >
          {null}
        </FormDialog>
      ) : null}
      {isEntering ? (
        <EnterSecret
          label={label}
          refused={refused}
          onClose={() => setEntering(false)}
          onSend={(secret) => void renew(secret)}
        />
      ) : null}
    </Section>
  );
}

interface EnterSecretProps {
  label: string;
  refused: string | undefined;
  onClose: () => void;
  onSend: (secret: string) => void;
}

function EnterSecret({ label, refused, onClose, onSend }: EnterSecretProps) {
  const [secret, setSecret] = useState("");
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!secret.trim()) return false;
    onSend(secret.trim());
    return true;
  };
  return (
    <FormDialog title={`Enter ${label}’s secret`} confirm="Enter secret" onSend={send} onClose={onClose}>
      <Field
        label="Signing secret"
        hint="On the page of the webhook there. Stored encrypted, and never shown again."
        error={isTried && !secret.trim() ? "Enter the secret" : refused}
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
