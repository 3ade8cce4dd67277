import NextLink from "next/link";
import { wordsOfDate } from "#components/ui/dates/civil-date.ts";
import { TextLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/rows.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { Work } from "./use-work.ts";

interface NewOnForumProps {
  reviews: Work["published"];
  today: string;
  zone: string | null;
}

/** What was published last. */
export function NewOnForum({ reviews, today, zone }: NewOnForumProps) {
  if (reviews.length === 0) return null;
  return (
    <section className="sec">
      <SectionHead title="New on the forum" right={<TextLink href="/forum">Open forum</TextLink>} />
      <Rows className="fo">
        {reviews.map(({ key, title, incidentKey, publishedAt }) => (
          <li key={key}>
            <NextLink className="t" href={`/reviews/${key}`}>
              {title}
            </NextLink>
            <div className="muted small">
              {incidentKey}, published {wordsOfDate(todayIn(zone, new Date(publishedAt)), today)}
            </div>
          </li>
        ))}
      </Rows>
    </section>
  );
}
