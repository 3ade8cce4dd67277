"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import styles from "./stale-banner.module.css";

/** Offers to update unedited drafts from the facts. Text by people is never changed. */
export function StaleBanner({ reviewKey: key }: { reviewKey: string }) {
  const client = useQueryClient();
  const options = reads.review.staleDrafts(key);
  const stale = useQuery(options);
  const update = useMutation(
    query.review.updateDrafts.mutationOptions({
      onSuccess: ({ updated }) => {
        client.setQueryData(options.queryKey, { items: [] });
        toastDone(updated.length === 1 ? "1 drafted part updated" : `${updated.length} drafted parts updated`);
      },
      onError: (error) => toastError(wordsOf(error)),
    }),
  );
  const items = stale.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Banner
      className="noprint"
      action={
        <Button busy={update.isPending} busyLabel="Updating" onClick={() => update.mutate({ key })}>
          Update
        </Button>
      }
    >
      <details>
        <summary>
          Facts changed: {items.map((item) => item.section.toLowerCase()).join(", ")}. These drafts are unedited.
        </summary>
        {items.map((item) => (
          <div key={item.key}>
            <b>{item.section}</b>
            <p className="pre-line">
              <del className={styles.before}>{item.before}</del>
            </p>
            <p className="pre-line">
              <ins className={styles.after}>{item.after}</ins>
            </p>
          </div>
        ))}
      </details>
    </Banner>
  );
}
