"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";

/** Issues in other trackers that were linked before the incident was restricted: what is written there stays there. */
export function LeftIssues({ incidentKey }: { incidentKey: string }) {
  const { data, error, refetch } = useQuery(reads.actionIssue.left(incidentKey));
  if (error) return <NotRead what="issues in other trackers" error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="left-issues">
      <h3 id="left-issues" className="small medium">
        Still in other trackers
      </h3>
      <p className="small second">
        These issues are no longer linked, but what was written to them stays there. Delete or hide it in the tracker.
      </p>
      <ul className="small">
        {data.items.map(({ actionKey, ref, url, cutAt }) => (
          <li key={`${actionKey} ${ref}`}>
            <a className="link anywhere" href={url} target="_blank" rel="noreferrer noopener">
              {ref}
            </a>
            , from {actionKey}, unlinked <Moment at={cutAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
