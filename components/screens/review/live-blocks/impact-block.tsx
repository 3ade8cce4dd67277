"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { ImpactTable } from "#components/incidents/impact/impact-table.tsx";
import { useReviewScope } from "#components/reviews/review/review-scope.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import { BlockFrame, stateOf } from "./block-frame.tsx";

/** What customers met, as the incident says it, under its band; then its windows and what they come to. */
export function ImpactBlock() {
  const { review } = useReviewScope();
  const incident = useQuery(query.incident.get.queryOptions({ input: { key: review.incident.key } }));
  const read = useQuery(query.impact.get.queryOptions({ input: { key: review.incident.key } }));
  const impact = read.data;
  const { impactText = "", impactUnknown = false, services = [] } = incident.data ?? {};
  const words =
    impactText.trim() ||
    (impactUnknown
      ? "Impact: unknown."
      : "Impact is not stated yet. Write it on the incident, or mark it as unknown there.");
  return (
    <BlockFrame
      title="Impact"
      note={services.map((service) => service.name).join(", ")}
      link={{ href: `/incidents/${review.incident.key}/impact`, label: "Open impact" }}
      state={stateOf(incident)}
    >
      {review.incident.band.length > 0 ? (
        <FluidSignature segments={review.incident.band} heightPx={11} label="Impact over time" />
      ) : null}
      <p className="mt-2 whitespace-pre-line">{words}</p>
      {impact && impact.windows.length > 0 ? <ImpactTable impact={impact} nowMs={read.dataUpdatedAt} /> : null}
    </BlockFrame>
  );
}
