import { useToday } from "#components/people/me/use-today.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Review } from "#lib/contract/review.ts";

/** A review without a published version, for people who can't write in it. */
export function UnpublishedPage({ review }: { review: Review }) {
  const { key, title, status, archived, incident, dueAt, owner } = review;
  const today = useToday();
  const isOver = archived || status === "cancelled";
  const by = dueAt !== null && dueAt >= today ? ` It's due by ${wordsOfDate(dueAt, today)}.` : "";
  return (
    <Page>
      <PageHead title={title} crumbs={<Crumbs items={[{ label: "Reviews", href: "/reviews" }, { label: key }]} />} />
      <EmptyState
        title={isOver ? "Never published" : "Not published yet"}
        action={<ButtonLink href={`/incidents/${incident.key}`}>Open {incident.key}</ButtonLink>}
      >
        {isOver
          ? `This review was ${archived ? "archived" : "cancelled"} before it was published.`
          : `You can read this review here once it's published.${by}`}
        {owner ? ` Its owner is ${owner.name}.` : ""}
      </EmptyState>
    </Page>
  );
}
