import NextLink from "next/link";
import { Avatars } from "#components/ui/labels/avatar.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { FluidSignature } from "#components/ui/marks/fluid-signature.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Severity } from "#lib/base/vocabulary/incident.ts";
import type { Review } from "#lib/contract/review.ts";
import styles from "./review-head.module.css";

/** The incident of the review, its writers, and the impact band. */
export function ReviewHead({ review }: { review: Review }) {
  const { incident, authors } = review;
  const names = authors.map((author) => author.name);
  return (
    <header>
      <div className={styles.kicker}>
        <NextLink className={textStyles.figure} href={`/incidents/${incident.key}`}>
          {incident.key}
        </NextLink>
        <SevTag level={incident.severity as Severity} />
        <span className={textStyles.figure}>{review.key}</span>
        <span>Post-incident review</span>
        {review.demo ? <Tag dashed>Demo data</Tag> : null}
      </div>
      <h1 className={styles.title}>{review.title}</h1>
      {names.length > 0 ? (
        <div className={styles.byline}>
          <Avatars names={names} />
          <span>{names.join(", ")}</span>
        </div>
      ) : null}
      {incident.band.length > 0 ? (
        <figure className={styles.band}>
          <FluidSignature segments={incident.band} heightPx={16} label="Impact over the length of the incident" />
        </figure>
      ) : null}
    </header>
  );
}
