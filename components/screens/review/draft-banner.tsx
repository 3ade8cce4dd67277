"use client";

import { BookOpen } from "lucide-react";
import { useEffect, useState } from "react";
import type { Doc } from "yjs";
import { PublishButton } from "#components/reviews/review/publish-button.tsx";
import type { ReviewActions } from "#components/reviews/review/use-review.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import type { Review } from "#lib/contract/review.ts";
import { changeWords } from "#lib/reviews/version/version-words.ts";
import styles from "./draft-banner.module.css";

interface DraftBannerProps {
  review: Review;
  publication: NonNullable<Review["publication"]>;
  actions: ReviewActions;
  /** The text, once it has arrived. */
  document: Doc | null;
  onPublished: () => void;
}

/** Tells those who write in a published review which version readers see, and offers to publish what has changed since. */
export function DraftBanner({ review, publication, actions, document, onPublished }: DraftBannerProps) {
  const { key, abilities } = review;
  const { version } = publication;
  const isTyped = useTypedSince(document, version);
  const isChanged = isTyped || publication.changedSince === true;
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
          <TextLink className="accent underlined" href={`/reviews/${key}/versions?from=${version}`}>
            See the difference
          </TextLink>
        ) : null}
        <TextLink className="accent underlined" href={`/reviews/${key}?as=readers`}>
          See what readers see
        </TextLink>
      </span>
    </Banner>
  );
}

/** Whether someone has typed since the page was opened, or since it was published again. */
function useTypedSince(document: Doc | null, version: number): boolean {
  const [typedAbove, setTypedAbove] = useState<number | null>(null);
  useEffect(() => {
    const typed = () => setTypedAbove(version);
    document?.on("update", typed);
    return () => document?.off("update", typed);
  }, [document, version]);
  return typedAbove === version;
}
