"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { query } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refreshAll } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { Review } from "#lib/contract/review.ts";

/** The values that generating set on the incident, with one undo for all of them. Shown while the review is a draft. */
export function GeneratedBanner({ review }: { review: Review }) {
  const router = useRouter();
  const client = useQueryClient();
  const undo = useMutation(
    query.review.undoGeneration.mutationOptions({
      onSuccess: ({ stays }) => {
        void refreshAll(client);
        const kept = stays.length > 0 ? ` Kept because it changed since: ${listWords(stays)}.` : "";
        toastDone(`${review.key} archived and its suggestions restored.${kept}`);
        router.push(`/incidents/${review.incident.key}`);
      },
      onError: (error) => toastError(wordsOf(error)),
    }),
  );
  const { accepted, abilities, key, version } = review;
  if (!accepted || !abilities.cancel) return null;
  const done = [
    ...(accepted.milestones.length > 0 ? [`${countWords(accepted.milestones.length, "milestone")} set`] : []),
    ...(accepted.resolved ? ["incident resolved"] : []),
    ...(accepted.findings > 0 ? [`${countWords(accepted.findings, "finding")} accepted`] : []),
  ];
  if (done.length === 0) return null;
  return (
    <Banner
      className="noprint"
      action={
        <Button
          kind="ghost"
          busy={undo.isPending || undo.isSuccess}
          busyLabel="Undoing"
          onClick={() => undo.mutate({ key, version })}
        >
          Undo all
        </Button>
      }
    >
      Generated with {listWords(done)}.
    </Banner>
  );
}
