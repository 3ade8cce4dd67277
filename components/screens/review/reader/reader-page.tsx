"use client";

import { useQuery } from "@tanstack/react-query";
import { PenLine, Printer } from "lucide-react";
import { useMemo, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { SimilarIncidents } from "#components/follow/canonical-factor/similar-incidents.tsx";
import { GatesPopover } from "#components/reviews/review/gates-popover.tsx";
import { ReviewMenu } from "#components/reviews/review/review-menu.tsx";
import { type ReviewScope, ReviewScopeProvider } from "#components/reviews/review/review-scope.tsx";
import { type ReviewActions, useMove } from "#components/reviews/review/use-review.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { PageBar } from "#components/ui/page/page-bar.tsx";
import { useSectionOf } from "#components/ui/page/shown-section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import type { Review } from "#lib/contract/review.ts";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { readerText } from "#lib/reviews/review/reader.ts";
import { FrozenContext } from "./frozen-block.tsx";
import styles from "./reader.module.css";
import { ReaderComments } from "./reader-comments.tsx";
import { type Publication, ReaderHead } from "./reader-head.tsx";
import { ReaderText } from "./reader-text.tsx";

const nothing = () => undefined;

interface ReaderPageProps {
  review: Review;
  publication: Publication;
  actions: ReviewActions;
}

/** The published version of a review to read: standfirst, figures, sections with their records, and its comments. */
export function ReaderPage({ review, publication, actions }: ReaderPageProps) {
  useSectionOf("/forum");
  const content = useQuery(reads.review.content(review.key, publication.version));
  const actionItems = useQuery(reads.actionItem.ofReview(review.key)).data?.items;
  const { blocks = null, facts = null } = content.data ?? {};
  const frozen = useMemo(() => ({ blocks, facts }), [blocks, facts]);
  const hasActions = actionItems === undefined || actionItems.length > 0;
  const scope = useMemo<ReviewScope>(() => {
    // Nothing of a published version is changed from its page.
    const abilities = { ...review.abilities, write: false };
    return { review: { ...review, abilities }, addAction: nothing, openFactor: nothing, openLearning: nothing };
  }, [review]);
  const text = useMemo(() => {
    const isEmpty = (kind: LiveBlockKind) =>
      kind === "actions" ? !hasActions : (blocks?.[kind]?.rows.length ?? 0) === 0;
    return content.data ? readerText(content.data.json as unknown as DocumentJson, isEmpty) : null;
  }, [content.data, blocks, hasActions]);
  const named = text?.sections.filter(({ key }) => key !== null) ?? [];
  return (
    <ReviewScopeProvider value={scope}>
      <ReaderBar review={review} actions={actions} />
      <div className={styles.page}>
        <nav className={styles.contents} aria-label="Sections">
          <ul>
            {named.map(({ key, title }) => (
              <li key={key}>
                <a href={`#${key}`}>{title}</a>
              </li>
            ))}
            <li>
              <a href="#comments">Comments</a>
            </li>
          </ul>
        </nav>
        <article data-reader-text>
          <ReaderHead
            {...{ review, publication, actionItems }}
            frozen={content.data ? frozen : null}
            deck={text?.deck ?? ""}
            minutes={text?.minutes ?? null}
          />
          {content.isPending ? <SkeletonText lines={12} label="Loading the text" /> : null}
          {content.isError ? (
            <NotRead what="the text" error={content.error} onRetry={() => void content.refetch()} />
          ) : null}
          <FrozenContext value={frozen}>
            <div className="document-text reader-text">
              {text?.sections.map(({ key, title, nodes }) => (
                <section key={key ?? "before"} aria-labelledby={key ?? undefined}>
                  {key === null ? null : <h2 id={key}>{title}</h2>}
                  <ReaderText nodes={nodes} />
                </section>
              ))}
            </div>
          </FrozenContext>
          <div className="noprint">
            <SimilarIncidents
              incidentKey={review.incident.key}
              hrefOf={(key) => `/incidents/${review.incident.key}/compare?with=${key}`}
            />
          </div>
        </article>
        <ReaderComments review={review} version={publication.version} />
      </div>
    </ReviewScopeProvider>
  );
}

function ReaderBar({ review, actions }: { review: Review; actions: ReviewActions }) {
  const [isGatesOpen, setGatesOpen] = useState(false);
  const move = useMove(review, actions, setGatesOpen);
  const mayClose = review.status === "published" && review.abilities.move;
  return (
    <PageBar className={styles.bar} aria-label="This review">
      <Crumbs items={[{ label: "Forum", href: "/forum" }, { label: review.key }]} />
      <div className={styles.controls}>
        <Button kind="ghost" icon={<Printer size={14} />} onClick={() => window.print()}>
          Print
        </Button>
        {review.abilities.write ? (
          <ButtonLink href={`/reviews/${review.key}?as=draft`} icon={<PenLine size={14} />}>
            {review.publication?.changedSince ? "Edit, changed since publication" : "Edit"}
          </ButtonLink>
        ) : null}
        {mayClose ? (
          <>
            <GatesPopover review={review} open={isGatesOpen} onOpenChange={setGatesOpen} />
            <Button busy={actions.move.isPending} busyLabel="Closing" onClick={() => move("closed")}>
              Close review
            </Button>
          </>
        ) : null}
      </div>
      <div className={styles.menu}>
        <ReviewMenu review={review} actions={actions} onMove={move} withHistory />
      </div>
    </PageBar>
  );
}
