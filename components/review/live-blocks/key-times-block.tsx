"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { query } from "#components/api/client.ts";
import { formatMetric } from "#lib/timeline/duration.ts";
import { useReviewScope } from "../review-scope.tsx";
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
              <td>{metric.label}</td>
              <td className="num">
                {metric.seconds === null ? (
                  <NextLink className="lnk text-accent" href={`${href}?milestone=${metric.from}`}>
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
