"use client";

import { askToSignIn } from "#components/base/api/signed-out.ts";
import { useConnectionStatus } from "#components/reviews/document/use-collaboration.ts";
import { END_WORDS, READ_ONLY_WORDS, roomWords } from "#components/reviews/review/save-words.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/fields/copy-button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { useLeaveWarning } from "#components/ui/page/use-leave-warning.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import { wordsOfEdits } from "#lib/document/unsent-words.ts";

type Shown = Pick<DocumentConnection, "status" | "subscribe" | "unsentUpdates">;

/**
 * Why the text can't be saved any more, and how to keep what was written, or a warning that it is nearly full. The
 * browser asks before it leaves changes that nothing keeps.
 */
export function NotSavedBanner({ connection }: { connection: Shown | null }) {
  const ended = useConnectionStatus(connection, (status) => status.ended);
  const isRejected = useConnectionStatus(connection, ({ save }) => save === "rejected");
  useLeaveWarning(useConnectionStatus(connection, ({ unsavedEdits, keptEdits }) => unsavedEdits > keptEdits));
  const why = ended ? END_WORDS[ended] : isRejected ? READ_ONLY_WORDS : null;
  const unsavedEdits = useConnectionStatus(connection, (status) => (why === null ? 0 : status.unsavedEdits));
  const room = useConnectionStatus(connection, (status) => (status.isReadOnly ? null : status.room));
  if (why === null)
    return room ? (
      <Banner className="noprint" tone="warn">
        {roomWords(room)}
      </Banner>
    ) : null;
  const words = unsavedEdits > 0 ? wordsOfEdits(connection?.unsentUpdates() ?? []) : "";
  return (
    <Banner
      className="noprint"
      tone="bad"
      action={
        <span className={layoutStyles.row}>
          {words === "" ? null : <CopyButton text={words} what="your text" label="Copy my text" />}
          {ended === "signed_out" ? <Button onClick={askToSignIn}>Sign in again</Button> : null}
        </span>
      }
    >
      {why}
    </Banner>
  );
}
