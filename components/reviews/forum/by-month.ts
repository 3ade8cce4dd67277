import { MONTH_NAMES } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { PublishedReview } from "#lib/contract/forum.ts";

export interface Month {
  /** "February", with the year if it isn't the current one. */
  words: string;
  /** "2026-02", for keys. */
  month: string;
  posts: { review: PublishedReview; publishedOn: string }[];
}

/** Groups published reviews by month of publication in the reader's time zone, in the given order. */
export function byMonth(reviews: readonly PublishedReview[], zone: string | null, now: Date): Month[] {
  const thisYear = todayIn(zone, now).slice(0, 4);
  const months: Month[] = [];
  for (const review of reviews) {
    const publishedOn = todayIn(zone, new Date(review.publishedAt));
    const month = publishedOn.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.posts.push({ review, publishedOn });
    else months.push({ month, words: monthWords(month, thisYear), posts: [{ review, publishedOn }] });
  }
  return months;
}

function monthWords(month: string, thisYear: string): string {
  const name = MONTH_NAMES[Number(month.slice(5)) - 1] ?? "";
  return month.startsWith(thisYear) ? name : `${name} ${month.slice(0, 4)}`;
}
