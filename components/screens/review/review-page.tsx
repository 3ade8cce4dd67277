"use client";

import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { RecordNotRead } from "#components/base/api/not-read.tsx";
import { shownData } from "#components/base/api/problem.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { useServed } from "#components/reviews/document/served/served-text.tsx";
import { LeftEditsList } from "#components/reviews/document/unsent/left-edits-list.tsx";
import { useCollaboration, useConnectionStatus } from "#components/reviews/document/use-collaboration.ts";
import type { Whereabouts } from "#components/reviews/document/use-whereabouts.ts";
import { StateBar } from "#components/reviews/review/state-bar.tsx";
import { type ReviewActions, useReview } from "#components/reviews/review/use-review.ts";
import { Button } from "#components/ui/button.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { useRunningHead } from "#components/ui/page/use-running-head.ts";
import { dayWords } from "#lib/base/time/instant-words.ts";
import { REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";
import { DraftBanner } from "./draft-banner.tsx";
import { NotSavedBanner } from "./not-saved-banner.tsx";
import { type Look, ReviewWorkspace } from "./review-workspace.tsx";
import { TextSaveState } from "./text-save-state.tsx";
import { UnpublishedPage } from "./unpublished-page.tsx";

// Authors need the reader's page only after publication. Readers get it in the first response.
const ReaderPage = dynamic(() => import("./reader/reader-page.tsx").then((module) => module.ReaderPage));

/** A review: its state, its shared text, its records and its comments. */
export function ReviewPage({ reviewKey }: { reviewKey: string }) {
  const me = useMe();
  const { review, ...actions } = useReview(reviewKey);
  const notRead = review.isError ? (
    <Page>
      <LeftEditsList userId={me?.id} reviewKey={reviewKey} text="closed" />
      <RecordNotRead
        recordKey={reviewKey}
        error={review.error}
        hidden="its incident is restricted to other people"
        list={{ href: "/reviews", label: "Go to reviews" }}
        onRetry={() => void review.refetch()}
      />
    </Page>
  ) : null;
  if (review.data) {
    return (
      <>
        <PrintedHead review={review.data} />
        <ReadOrWrite review={review.data} actions={actions} hidden={shownData(review) ? null : notRead} />
      </>
    );
  }
  if (notRead) return notRead;
  return (
    <Page>
      <SkeletonText lines={12} label="Loading the review" />
    </Page>
  );
}

/** Head and foot of the printed pages. */
function PrintedHead({ review: { key, title, status, publishedAt, publication } }: { review: Review }) {
  const [printedAt] = useState(() => new Date().toISOString());
  const state = publishedAt ? `Published ${dayWords(publishedAt)}` : REVIEW_STATUS_WORDS[status];
  const foot = `${state}, printed ${dayWords(printedAt)}`;
  useRunningHead({ title: `${key} ${publication?.title ?? title}`, audience: "Internal", foot });
  return null;
}

interface ReadOrWriteProps {
  review: Review;
  actions: ReviewActions;
  /** Replaces the page of a reader who lost access. Writers keep theirs, because it has what wasn't saved. */
  hidden: ReactNode;
}

/** A published review opens as readers see it. People who write while it is published stay in the text. */
function ReadOrWrite({ review, actions, hidden }: ReadOrWriteProps) {
  const me = useMe();
  const { publication, archived, abilities } = review;
  const [first] = useState(publication ? "readers" : "draft");
  const [as, setAs] = useQueryState("as", parseAsStringLiteral(["readers", "draft"]));
  const isReaderOnly = !abilities.readVersions;
  const isReading = isReaderOnly || (publication && !archived && (as ?? first) === "readers");
  if (isReading && hidden) return hidden;
  return isReading ? (
    <>
      <LeftEditsList userId={me?.id} reviewKey={review.key} text={isReaderOnly ? "closed" : undefined} />
      {publication ? (
        <ReaderPage review={review} publication={publication} actions={actions} />
      ) : (
        <UnpublishedPage review={review} />
      )}
    </>
  ) : (
    <OpenReview review={review} actions={actions} onPublished={() => void setAs("readers", { history: "push" })} />
  );
}

interface OpenReviewProps {
  review: Review;
  actions: ReviewActions;
  onPublished: () => void;
}

function OpenReview({ review, actions, onPublished }: OpenReviewProps) {
  const me = useMe();
  const { connection, people } = useCollaboration({
    userId: me?.id,
    documentId: review.documentId,
    reviewKey: review.key,
  });
  const isLoaded = useConnectionStatus(connection, (status) => status.isLoaded);
  const [served, setServed] = useServed(review.key, review.documentId);
  const onTaken = useCallback(() => setServed(null), [setServed]);
  const [places, setPlaces] = useState<Whereabouts>(new Map());
  const look = useRef<Look>(() => undefined);
  const [followed, setFollowed] = useState<string | null>(null);
  const others = people
    .filter((person) => person.id !== me?.id)
    .map((person) => {
      const place = places.get(person.id);
      return { ...person, where: place?.title, part: place?.number };
    });
  const follow = {
    id: others.some(({ id }) => id === followed) ? followed : null,
    onToggle: (id: string) => setFollowed(id === followed ? null : id),
  };
  const restore = () => actions.restore.mutate({ key: review.key, version: review.version });
  return (
    <>
      <StateBar
        review={review}
        actions={actions}
        text={isLoaded && connection ? connection.document : null}
        saveState={
          <TextSaveState connection={served ? null : connection} onLook={(blockId) => look.current(blockId)} />
        }
        people={others}
        follow={follow}
        onPublished={onPublished}
      />
      {review.publication && !review.archived ? (
        <DraftBanner
          {...{ review, actions, onPublished }}
          publication={review.publication}
          connection={isLoaded ? connection : null}
        />
      ) : null}
      <NotSavedBanner connection={connection} />
      <LeftEditsList userId={me?.id} reviewKey={review.key} text="open" />
      {review.status === "cancelled" || review.archived ? (
        <Banner
          className="noprint"
          tone="warn"
          action={review.abilities.cancel ? <Button onClick={restore}>Restore review</Button> : null}
        >
          {review.status === "cancelled" ? `Cancelled: ${review.cancelReason}` : "Archived."} Its actions stay open.
        </Banner>
      ) : null}
      {me ? (
        <ReviewWorkspace
          key={review.documentId}
          {...{ review, connection, me, served, onTaken }}
          people={others}
          followedId={follow.id}
          onUnfollow={() => setFollowed(null)}
          onPlaces={setPlaces}
          look={look}
        />
      ) : (
        <Page>
          <SkeletonText lines={12} label="Opening the text" />
        </Page>
      )}
    </>
  );
}
