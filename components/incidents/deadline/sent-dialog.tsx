"use client";

import { useState } from "react";
import { useWhen } from "#components/base/time/use-when.ts";
import { WhenField } from "#components/base/time/when-field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import type { IncidentDeadline } from "#lib/contract/deadline.ts";

interface SentDialogProps {
  deadline: IncidentDeadline;
  zone: string;
  isBusy: boolean;
  /** Why the server rejected the time. */
  refused: string | null;
  onSend: (at: string) => void;
  onClose: () => void;
}

/** Asks when what a deadline asks for was sent, if that wasn't now. */
export function SentDialog({ deadline, zone, isBusy, refused, onSend, onClose }: SentDialogProps) {
  const [isTried, setTried] = useState(false);
  const [sentText, setSentText] = useState<string | null>(null);
  const when = useWhen("", zone);
  const at = when.reading?.ok ? when.reading.at : null;
  const isAhead = at !== null && Date.parse(at) > Date.now();
  const missing =
    at === null ? "Enter when it was sent" : isAhead ? "Enter a time that isn't in the future" : undefined;
  // An error of the server is about the time that it got.
  const error = (isTried ? missing : undefined) ?? (when.text === sentText ? (refused ?? undefined) : undefined);
  const send = () => {
    setTried(true);
    if (missing || at === null) return false;
    setSentText(when.text);
    onSend(at);
    return true;
  };
  return (
    <FormDialog
      title={`When was “${deadline.name}” sent?`}
      confirm="Mark as sent"
      isBusy={isBusy}
      onSend={send}
      onClose={onClose}
    >
      <WhenField label="Sent" when={when} zones={[...new Set([zone, "UTC"])]} error={error} autoFocus />
    </FormDialog>
  );
}
