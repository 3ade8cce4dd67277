"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { cx } from "#components/ui/cx.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";

/** Issues in other trackers that were linked before the incident was restricted: what is written there stays there. */
export function LeftIssues({ incidentKey }: { incidentKey: string }) {
  const { data, error, refetch } = useQuery(reads.actionIssue.left(incidentKey));
  if (error) return <NotRead what="issues in other trackers" error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <section className={layoutStyles.tightStack} aria-labelledby="left-issues">
      <h3 id="left-issues" className={cx(textStyles.small, textStyles.emphasis)}>
        Still in other trackers
      </h3>
      <p className={textStyles.caption}>
        These issues are no longer linked, but what was written to them stays there. Delete or hide it in the tracker.
      </p>
      <ul className={textStyles.small}>
        {data.items.map(({ actionKey, ref, url, cutAt }) => (
          <li key={`${actionKey} ${ref}`}>
            <a
              className={cx(textStyles.link, textStyles.breaksAnywhere)}
              href={url}
              target="_blank"
              rel="noreferrer noopener"
            >
              {ref}
            </a>
            , from {actionKey}, unlinked <Moment at={cutAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
