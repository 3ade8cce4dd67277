"use client";

import { Moment } from "#components/ui/labels/moment.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Template } from "#lib/contract/template.ts";
import styles from "./template-versions.module.css";

/** The draft and the published versions, newest first, each with the number of reviews that have it. */
export function TemplateVersions({ template: { versions, hasDraft, number } }: { template: Template }) {
  return (
    <Section title="Versions" count={versions.length}>
      <Rows>
        {hasDraft ? (
          <li className={styles.version}>
            <b className={textStyles.emphasis}>Version {(number ?? 0) + 1}</b>
            <span className={textStyles.note}>not published</span>
          </li>
        ) : null}
        {versions.map(({ number: one, note, publishedAt, publishedBy, reviews }) => (
          <li key={one} className={styles.version}>
            <b className={textStyles.emphasis}>Version {one}</b>
            <span className={textStyles.note}>
              <Moment at={publishedAt} />
            </span>
            {note === "" ? null : <p>{note}</p>}
            <span className={textStyles.note}>
              {[publishedBy?.name ?? "Afterword", countWords(reviews, "review")].join(", ")}
            </span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
