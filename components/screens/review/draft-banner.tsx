"use client";

import { useQueryClient } from "@tanstack/react-query";
import { BookOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { refresh } from "#components/base/api/refresh.ts";
import { useConnectionStatus } from "#components/reviews/document/use-collaboration.ts";
import { PublishButton } from "#components/reviews/review/publish-button.tsx";
import type { ReviewActions } from "#components/reviews/review/use-review.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Review } from "#lib/contract/review.ts";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import { changeWords } from "#lib/reviews/version/version-words.ts";
import styles from "./draft-banner.module.css";

interface DraftBannerProps {
  review: Review;
  publication: NonNullable<Review["publication"]>;
  actions: ReviewActions;
  /** Once the text has arrived. */
  connection: DocumentConnection | null;
  onPublished: () => void;
}

/** Shows those who write in a published review which version readers see, and offers to publish the changes since. */
export function DraftBanner({ review, publication, actions, connection, onPublished }: DraftBannerProps) {
  const { key, abilities } = review;
  const { version } = publication;
  const isKnown = publication.changedSince === true;
  const isChanged = useTypedSince({ connection, isKnown, version }) || isKnown;
  const [isRefused, setRefused] = useState(false);
  return (
    <Banner
      className="noprint"
      icon={<BookOpen size={14} />}
      action={
        isChanged && abilities.publish ? (
          <PublishButton {...{ review, actions, onPublished }} onGates={setRefused} />
        ) : null
      }
    >
      {isChanged ? <b>Changed since publication. </b> : null}
      {publication.changes ? `${changeWords(publication.changes)} ` : null}
      Readers see version {version}
      {isChanged ? " until it is published again. " : ", which is this text. "}
      {isRefused ? "Gates are open. " : null}
      <span className={styles.links}>
        {isChanged ? (
          <TextLink className={textStyles.prominent} href={`/reviews/${key}/versions?from=${version}`}>
            See the difference
          </TextLink>
        ) : null}
        <TextLink className={textStyles.prominent} href={`/reviews/${key}?as=readers`}>
          See what readers see
        </TextLink>
      </span>
    </Banner>
  );
}

const PAUSE_MS = 3000;

interface TypedSince {
  connection: DocumentConnection | null;
  /** The server has said that the text is another than the published one. */
  isKnown: boolean;
  version: number;
}

/**
 * Whether someone has typed since the server compared the text with the published one. After a pause, the server
 * compares again, because the text can be the published one once more, for instance after a restore.
 */
function useTypedSince({ connection, isKnown, version }: TypedSince): boolean {
  const isSaved = useConnectionStatus(connection, ({ save }) => save === "saved");
  const client = useQueryClient();
  const [typed, setTyped] = useState<{ above: number } | null>(null);
  useEffect(() => {
    if (isKnown) return;
    const onUpdate = () => setTyped({ above: version });
    connection?.document.on("update", onUpdate);
    return () => connection?.document.off("update", onUpdate);
  }, [connection, isKnown, version]);
  useEffect(() => {
    if (typed === null || !isSaved) return;
    let isLatest = true;
    const compare = async () => {
      await refresh(client, "draft_text", [], { throwOnError: true });
      if (isLatest) setTyped(null);
    };
    // A failed comparison says nothing: the text still counts as changed.
    const wait = setTimeout(() => void compare().catch(() => undefined), PAUSE_MS);
    return () => {
      isLatest = false;
      clearTimeout(wait);
    };
  }, [client, typed, isSaved]);
  return typed?.above === version;
}
