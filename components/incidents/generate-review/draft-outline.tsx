import { FileSearch, ListChecks, PenLine, Sparkles } from "lucide-react";
import type { FindingKind } from "#lib/base/vocabulary/finding.ts";
import type { TemplateName } from "#lib/base/vocabulary/review.ts";
import { type SectionKey, type SectionOrigin, sectionOf } from "#lib/reviews/review/sections.ts";
import { TEMPLATE_RULES } from "#lib/reviews/review/templates.ts";
import styles from "./generate.module.css";

const ORIGIN: Record<SectionOrigin | "file", { icon: typeof PenLine; words: string }> = {
  A: { icon: ListChecks, words: "facts" },
  D: { icon: Sparkles, words: "generated, if known" },
  H: { icon: PenLine, words: "questions" },
  file: { icon: FileSearch, words: "your file" },
};

/** The sections of the draft, each with the source of its text. */
export function DraftOutline({ template, kinds }: { template: TemplateName; kinds: ReadonlySet<FindingKind> }) {
  const isFromFile = (key: SectionKey) => (key === "summary" || key === "impact") && kinds.has(key);
  return (
    <div className={styles.outline}>
      <h3>The draft will have</h3>
      <ul>
        {TEMPLATE_RULES[template].sections
          .filter((key) => key !== "header")
          .map((key) => {
            const { icon: Icon, words } = ORIGIN[isFromFile(key) ? "file" : sectionOf(key).origin];
            return (
              <li key={key}>
                <Icon size={14} />
                <span>{sectionOf(key).title}</span>
                <small>{words}</small>
              </li>
            );
          })}
      </ul>
    </div>
  );
}

/** Sections that a person writes or accepts, because facts need no one. */
export const sectionsToWrite = (template: TemplateName): number =>
  TEMPLATE_RULES[template].sections.filter((key) => sectionOf(key).origin !== "A").length;
