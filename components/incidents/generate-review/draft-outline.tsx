import { FileSearch, ListChecks, PenLine, Sparkles } from "lucide-react";
import type { FindingKind } from "#lib/base/vocabulary/finding.ts";
import { HEADER, originOf, type SectionOrigin, type TemplateSection } from "#lib/reviews/template/template.ts";
import styles from "./generate.module.css";

const ORIGIN: Record<SectionOrigin | "file", { icon: typeof PenLine; words: string }> = {
  A: { icon: ListChecks, words: "facts" },
  D: { icon: Sparkles, words: "generated, if known" },
  H: { icon: PenLine, words: "questions" },
  file: { icon: FileSearch, words: "your file" },
};

interface DraftOutlineProps {
  sections: readonly TemplateSection[];
  /** Kinds of the findings that are accepted with it. */
  kinds: ReadonlySet<FindingKind>;
}

/** The sections of the draft, each with the source of its text. */
export function DraftOutline({ sections, kinds }: DraftOutlineProps) {
  const isFromFile = ({ facts }: TemplateSection) =>
    (kinds.has("summary") && facts.includes("summary")) || (kinds.has("impact") && facts.includes("impact_from_files"));
  return (
    <div className={styles.outline}>
      <h3>The draft will have</h3>
      <ul>
        {sections
          .filter(({ key }) => key !== HEADER)
          .map((section) => {
            const { icon: Icon, words } = ORIGIN[isFromFile(section) ? "file" : originOf(section)];
            return (
              <li key={section.key}>
                <Icon size={14} />
                <span>{section.title}</span>
                <small>{words}</small>
              </li>
            );
          })}
      </ul>
    </div>
  );
}

/** Sections that a person writes or accepts, because facts need no one. */
export const sectionsToWrite = (sections: readonly TemplateSection[]): number =>
  sections.filter((section) => originOf(section) !== "A").length;
