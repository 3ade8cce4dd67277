"use client";

import { FileText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { GenerateDialog } from "#components/incidents/generate-review/generate-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { ButtonLink } from "#components/ui/link.tsx";
import type { Incident } from "#lib/contract/incident.ts";

/** The only primary button of the page: opens the review, or generates one. R does the same. */
export function ReviewButton({ incident }: { incident: Incident }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const review = incident.reviews[0];
  const mayGenerate = incident.abilities.generate && incident.status !== "cancelled";
  const run = () => {
    if (review) router.push(`/reviews/${review.key}`);
    else if (mayGenerate) setAsking(true);
  };
  useKeys(
    review || mayGenerate
      ? [{ keys: "r", label: review ? "Open the review" : "Generate the review", group: "Incident", run }]
      : [],
  );
  if (review) {
    return (
      <ButtonLink href={`/reviews/${review.key}`} kind="primary" keys="r">
        Open review
      </ButtonLink>
    );
  }
  if (!mayGenerate) return null;
  return (
    <>
      <Button kind="primary" icon={<FileText size={14} />} keys="r" onClick={() => setAsking(true)}>
        Generate review
      </Button>
      {isAsking ? <GenerateDialog incident={incident} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
