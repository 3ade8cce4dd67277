"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { query } from "#components/base/api/client.ts";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { formatMetric } from "#lib/base/time/duration.ts";
import type { Metric, Metrics } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS, type MilestoneName } from "#lib/incidents/timeline/milestone-names.ts";
import { BlockFrame, stateOf } from "./block-frame.tsx";

/** Derived times with both ends in words; what is unknown says so and leads to the timeline. */
export function KeyTimesBlock() {
  const { review } = useReviewScope();
  const metrics = useQuery(query.timeline.metrics.queryOptions({ input: { key: review.incident.key } }));
  const href = `/incidents/${review.incident.key}`;
  return (
    <BlockFrame
      title="Key times"
      note="from the timeline"
      link={{ href, label: "Open timeline" }}
      state={stateOf(metrics)}
    >
      <table className="ms">
        <tbody>
          {metrics.data?.metrics.map((metric) => (
            <tr key={metric.name}>
              <td>
                {metric.label.split(":")[0]}{" "}
                <small className="muted">
                  {MILESTONE_WORDS[metric.from].toLowerCase()} to {MILESTONE_WORDS[metric.to].toLowerCase()}
                </small>
              </td>
              <td className="num">
                {metric.seconds === null ? (
                  <NextLink className="lnk text-accent" href={`${href}?milestone=${missingEnd(metric, metrics.data)}`}>
                    Unknown: add the time
                  </NextLink>
                ) : (
                  formatMetric(metric)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {metrics.data?.warnings.map((warning) => (
        <p key={`${warning.earlier} ${warning.later}`} className="note">
          {warning.message}
        </p>
      ))}
    </BlockFrame>
  );
}

/** The first end without a time; the earlier one when both have theirs but in the wrong order. */
function missingEnd({ from, to }: Metric, { milestones }: Metrics): MilestoneName {
  return [from, to].find((name) => milestones.find((one) => one.name === name)?.at === null) ?? from;
}
