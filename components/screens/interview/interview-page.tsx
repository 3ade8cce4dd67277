"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { RecollectionForm } from "#components/reviews/interview/recollection-form.tsx";
import { RecollectionList } from "#components/reviews/interview/recollection-list.tsx";
import { useRecollections } from "#components/reviews/interview/use-recollections.ts";
import { PartNotRead } from "#components/reviews/review/part-not-read.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { onOneLine, shortened } from "#lib/base/text/one-line.ts";
import type { Recollection } from "#lib/contract/interview.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import styles from "./interview-page.module.css";

/** Questions to ask oneself or others, and what people remember. It stays with its author until they share it. */
export function InterviewPage({ reviewKey }: { reviewKey: string }) {
  const review = useQuery(reads.review.get(reviewKey));
  const recollections = useRecollections(reviewKey);
  const { list } = recollections;
  const cite = useCite();
  // What is loaded stays when a later read fails, with what is typed next to it.
  const failed = [review, list].find(({ isError, data }) => isError && !data);
  const head = (
    <PageHead
      crumbs={<Crumbs items={[{ label: reviewKey, href: `/reviews/${reviewKey}` }]} />}
      title="Interview"
      sub="Write down what you remember. Only you can read it until you share it, and it doesn't appear in search or exports."
    />
  );
  if (failed)
    return (
      <Page>
        {head}
        <PartNotRead
          what="Recollections"
          reviewKey={reviewKey}
          error={failed.error}
          onRetry={() => void Promise.all([review.refetch(), list.refetch()])}
        />
      </Page>
    );
  if (!review.data || !list.data)
    return (
      <Page>
        {head}
        <SkeletonText lines={8} label="Loading the recollections" />
      </Page>
    );
  const { incident, abilities } = review.data;
  const { items } = list.data;
  return (
    <Page className={styles.page}>
      {head}
      <div className={styles.columns}>
        {abilities.comment ? (
          <Section title="Questions">
            <RecollectionForm review={review.data} create={recollections.create} />
          </Section>
        ) : null}
        <Section title="Recollections" count={items.length}>
          {items.length === 0 ? (
            <EmptyState title="No recollections yet">
              Your recollections and those that others share appear here.
            </EmptyState>
          ) : (
            <RecollectionList
              items={items}
              incidentKey={incident.key}
              recollections={recollections}
              onCite={abilities.comment ? (one) => void cite(incident.key, one) : null}
            />
          )}
        </Section>
      </div>
    </Page>
  );
}

/** Adds a shared recollection to the timeline as an observation at the time of its event. It can be undone. */
function useCite() {
  const client = useQueryClient();
  return async (key: string, { author, body, event }: Recollection) => {
    if (!event?.at) return;
    try {
      const title = shortened(`${author.name}: ${onOneLine(body)}`, LENGTHS.event.title);
      const added = await api.timeline.add({
        key,
        at: event.at,
        precision: "minute",
        kind: "observation",
        title,
        body,
      });
      await refresh(client, "timeline");
      const undo = () =>
        api.timeline
          .update({ key, id: added.id, version: added.version, removed: true })
          .then(() => refresh(client, "timeline"))
          .catch((error: unknown) => void toastError(wordsOf(error)));
      toastDone(`Added to the timeline as E${added.number}`, { undo: () => void undo() });
    } catch (error) {
      toastError(wordsOf(error));
    }
  };
}
