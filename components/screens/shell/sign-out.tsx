"use client";

import { useState } from "react";
import { countKept, forgetPerson } from "#components/reviews/document/unsent/left-edits.ts";
import { unkeptHere } from "#components/reviews/document/unsent/unkept.ts";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { toastError } from "#components/ui/overlays/toast.tsx";
import { acceptLoss } from "#components/ui/page/use-leave-warning.ts";
import { countWords } from "#lib/base/text/sentence.ts";

/** How many unsaved changes of each review a sign-out would delete. */
async function countUnsaved(userId: string): Promise<Map<string, number>> {
  const counts = await countKept(userId).catch(() => new Map<string, number>());
  for (const [key, count] of unkeptHere()) counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}

/**
 * Signs out, then deletes what the device keeps for this person. Signing out can fail, and deleting first would lose
 * it.
 */
async function endSession(userId: string | undefined): Promise<void> {
  const { signOut } = await import("next-auth/react");
  const { url } = await signOut({ redirect: false, callbackUrl: "/signin" });
  if (userId !== undefined) await forgetPerson(userId).catch(() => undefined);
  acceptLoss();
  window.location.assign(url);
}

/** Signs this person out. Asks first if that deletes unsaved changes. */
export function useSignOut(userId: string | undefined) {
  const [unsaved, setUnsaved] = useState<Map<string, number> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    await endSession(userId).catch(() => toastError("Couldn't sign out. Try again."));
    setBusy(false);
  };
  const ask = async () => {
    const counts = userId === undefined ? null : await countUnsaved(userId);
    if (counts === null || counts.size === 0) await end();
    else setUnsaved(counts);
  };
  const counts = [...(unsaved ?? [])];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const dialog = (
    <ConfirmDialog
      open={unsaved !== null}
      onOpenChange={(isOpen) => isOpen || setUnsaved(null)}
      title={`Sign out and delete ${countWords(total, "change")}?`}
      description={`Not saved yet: ${counts.map(([key, count]) => `${countWords(count, "change")} of ${key}`).join(", ")}. Signing out deletes them from this device. You can't undo this.`}
      confirmLabel="Sign out and delete"
      busyLabel="Signing out"
      busy={isBusy}
      onConfirm={() => void end()}
    />
  );
  return { ask, dialog };
}
