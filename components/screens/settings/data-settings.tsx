"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refreshAll } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { CopyField } from "#components/ui/fields/copy-field.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { DEMO_ACCOUNTS } from "#lib/people/member/demo-accounts.ts";
import styles from "./settings.module.css";

/** Demo data, and how to back up. */
export function DataSettings() {
  const me = useMe();
  return (
    <>
      <Section id="demo" title="Demo data" count={me?.demo ? "loaded" : "none"}>
        {me?.demo ? <RemoveDemo email={me.email} /> : <p className={textStyles.secondary}>No demo data</p>}
      </Section>
      <Section id="backup" title="Backup" count="on the server">
        <div className={cx(layoutStyles.stack, styles.copied)}>
          <CopyField
            label="Back up"
            value="npm run -s afterword -- backup afterword.backup"
            note="Writes one consistent file with everything. The server can keep running."
          />
          <CopyField
            label="Restore"
            value="npm run -s afterword -- restore afterword.backup"
            note="Needs an empty server."
          />
        </div>
      </Section>
    </>
  );
}

const keptWords = (kept: readonly string[]) => (kept.length > 0 ? `. Kept: ${kept.join(", ")}` : "");

function RemoveDemo({ email }: { email: string }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const isDemoAccount = DEMO_ACCOUNTS.some((account) => account.email === email);
  const remove = async () => {
    setBusy(true);
    try {
      const gone = await api.demo.remove();
      toastDone(
        `Demo data deleted: ${gone.incidents} incidents, ${gone.reviews} reviews, ${gone.actions} actions, ${gone.changes} strategic changes, ${gone.people} people${keptWords(gone.kept)}`,
      );
      setAsked(false);
      if (isDemoAccount) window.location.assign("/signin");
      else await refreshAll(client);
    } catch (error) {
      setAsked(false);
      toastError(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <div className={cx(layoutStyles.stack, styles.text)}>
      <p className={textStyles.secondary}>
        Demo data includes incidents with their timelines, reviews, factors, actions and strategic changes, and teams,
        services and people. Records that people created or changed stay, with their incidents.
        {isDemoAccount ? " You're signed in with a demo account. It is deleted too." : ""}
      </p>
      <span>
        <Button onClick={() => setAsked(true)}>Delete demo data</Button>
      </span>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title="Delete demo data?"
        description="All demo records and demo accounts are deleted. You can't undo this. Records that people created or changed stay."
        confirmLabel="Delete demo data"
        busyLabel="Deleting"
        busy={busy}
        onConfirm={() => void remove()}
      />
    </div>
  );
}
