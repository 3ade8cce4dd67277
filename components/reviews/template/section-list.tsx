"use client";

import { Database, Plus, RefreshCw } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { REVIEW_STATUS_WORDS } from "#lib/base/vocabulary/review.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { TemplateContent, TemplateSection } from "#lib/reviews/template/template.ts";
import { addSection, moveSection, newSectionKey } from "./edit-template.ts";
import { Grip } from "./grip.tsx";
import styles from "./section-list.module.css";
import { useReorder } from "./use-reorder.ts";
import type { ChangeContent } from "./use-template-draft.ts";

interface SectionListProps {
  content: TemplateContent;
  /** Null if this person can't change it. */
  change: ChangeContent | null;
  current: string | null;
  onOpen: (key: string) => void;
}

/** The sections in their order, each with what fills it and the status that requires it. */
export function SectionList({ content, change, current, onOpen }: SectionListProps) {
  const { sections } = content;
  const titleOf = (index: number) => sections[index]?.title ?? "";
  const reorder = useReorder(sections.length, titleOf, (from, to) => change?.(moveSection(content, from, to)));
  return (
    <nav aria-label="Template sections">
      <SectionHead
        title="Sections"
        count={sections.length}
        right={<span className={styles.column}>required before</span>}
      />
      <ol className={styles.list}>
        {reorder.order.map((index, shownAt) => {
          const section = sections[index];
          if (!section) return null;
          return (
            <li
              key={section.key}
              {...reorder.rowProps(shownAt)}
              data-picked={reorder.isPicked(index) || undefined}
              data-current={section.key === current || undefined}
            >
              {change ? <Grip name={section.title} {...reorder.gripProps(index)} /> : <span />}
              <span className={cx(textStyles.figureCell, textStyles.note)}>{shownAt + 1}</span>
              <button
                type="button"
                className={styles.title}
                aria-current={section.key === current || undefined}
                onClick={() => onOpen(section.key)}
              >
                {section.title}
              </button>
              <Marks section={section} />
              <span className={styles.required}>
                {section.requiredAt === null ? "" : REVIEW_STATUS_WORDS[section.requiredAt]}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={textStyles.visuallyHidden} aria-live="assertive">
        {reorder.said}
      </p>
      {change ? <AddSection content={content} change={change} current={current} onOpen={onOpen} /> : null}
    </nav>
  );
}

/** Marks of the parts that fill a section: facts, live blocks and questions. */
function Marks({ section: { facts, live, questions } }: { section: TemplateSection }) {
  return (
    <span className={styles.marks}>
      {facts.length > 0 ? <Database size={13} role="img" aria-label="filled from facts" /> : null}
      {live.length > 0 ? <RefreshCw size={13} role="img" aria-label="live block" /> : null}
      {questions.length > 0 ? (
        <>
          <span aria-hidden="true">{questions.length} ?</span>
          <span className={textStyles.visuallyHidden}>{countWords(questions.length, "question")}</span>
        </>
      ) : null}
    </span>
  );
}

function AddSection({ content, change, current, onOpen }: SectionListProps & { change: ChangeContent }) {
  const [title, setTitle] = useState<string | null>(null);
  if (title === null)
    return (
      <Button className={styles.add} icon={<Plus size={14} />} onClick={() => setTitle("")}>
        Section
      </Button>
    );
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        const given = title.trim();
        if (given === "") return;
        const key = newSectionKey(given, content.sections, LENGTHS.template.sectionKey);
        change(addSection(content, { key, title: given, after: current }));
        setTitle(null);
        onOpen(key);
      }}
    >
      <Input
        autoFocus
        aria-label="Title of the new section"
        placeholder="For example, Money not moved"
        maxLength={LENGTHS.template.sectionTitle}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setTitle(null)}
      />
      <Button type="submit">Add section</Button>
    </form>
  );
}
