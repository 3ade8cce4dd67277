"use client";

import { askToSignIn } from "#components/base/api/signed-out.ts";
import { END_WORDS, READ_ONLY_WORDS } from "#components/reviews/review/save-words.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/fields/copy-button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import type { ConnectionStatus, DocumentConnection } from "#lib/document/document-connection.ts";
import { wordsOfEdits } from "#lib/document/unsent-words.ts";

interface NotSavedBannerProps {
  connection: DocumentConnection | null;
  status: ConnectionStatus;
}

/** Why the text can't be saved any more, and how to keep what was written. Nothing while it can be. */
export function NotSavedBanner({ connection, status }: NotSavedBannerProps) {
  const { ended, save, unsavedEdits } = status;
  const why = ended ? END_WORDS[ended] : save === "rejected" ? READ_ONLY_WORDS : null;
  if (why === null) return null;
  const words = unsavedEdits > 0 ? wordsOfEdits(connection?.unsentUpdates() ?? []) : "";
  return (
    <Banner
      className="noprint"
      tone="bad"
      action={
        <span className="inline-row tight">
          {words === "" ? null : <CopyButton text={words} what="your text" label="Copy my text" />}
          {ended === "signed_out" ? <Button onClick={askToSignIn}>Sign in again</Button> : null}
        </span>
      }
    >
      {why}
    </Banner>
  );
}
