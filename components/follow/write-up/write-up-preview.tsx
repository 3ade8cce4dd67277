import type { ReactNode } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { FACTOR_ROLE_WORDS } from "#lib/base/vocabulary/factor.ts";
import type { WriteUpPreview as Preview } from "#lib/contract/write-up.ts";
import { wordsOfCell } from "#lib/reviews/version/frozen-rows.ts";
import styles from "./write-up.module.css";

/** The parts that a person left out of a preview: rows of events, titles of actions, statements of factors. */
export interface LeftOut {
  events: ReadonlySet<number>;
  actions: ReadonlySet<string>;
  factors: ReadonlySet<string>;
}

export const NOTHING_LEFT_OUT: LeftOut = { events: new Set(), actions: new Set(), factors: new Set() };

/** Returns the API's form of a choice. */
export const chosenOf = ({ actions, factors }: Preview, left: LeftOut) => ({
  leaveOut: [...left.events],
  actions: actions.map(({ title }) => title).filter((title) => !left.actions.has(title)),
  factors: factors.map(({ statement }) => statement).filter((statement) => !left.factors.has(statement)),
});

const toggled = <Value,>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> => {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
};

type PreviewProps = { preview: Preview; left: LeftOut; onLeave: (left: LeftOut) => void };

/** The result of one write-up, with a choice for each event, action and factor. Its text is always kept. */
export function WriteUpPreview({ preview, left, onLeave }: PreviewProps) {
  const today = useToday();
  const { sections, events, actions, factors, pictures, knownAs } = preview;
  // Headings can repeat.
  const numbered = sections.map((section, number) => ({ ...section, number }));
  const matched = sections.filter(({ section }) => section !== null).length;
  return (
    <>
      {knownAs ? (
        <Banner action={<TextLink href={`/reviews/${knownAs}`}>Open {knownAs}</TextLink>}>
          This file was imported before. Importing it again adds nothing.
        </Banner>
      ) : null}
      <Section
        id="write-up-sections"
        title="Sections"
        count={`${matched} of ${sections.length} match the template, the others stay as they are`}
      >
        <ul className={styles.list}>
          {numbered.map(({ heading, section, number }) => (
            <li key={number}>
              <span className={styles.file}>{heading}</span>
              <span className={section === null ? textStyles.muted : undefined}>
                {section ?? "Kept as its own section"}
              </span>
            </li>
          ))}
        </ul>
        {pictures.embedded + pictures.elsewhere > 0 ? (
          <p className={textStyles.muted}>
            {countWords(pictures.embedded, "picture")} stored with the review
            {pictures.elsewhere > 0 ? `, ${pictures.elsewhere} left out because they aren't in the file` : ""}.
          </p>
        ) : null}
      </Section>
      <Choices title="Events" empty="No times were found.">
        {events.map(({ row, at, statedText, title, question }) => (
          <Choice
            key={row}
            isChosen={!left.events.has(row)}
            onToggle={() => onLeave({ ...left, events: toggled(left.events, row) })}
            aside={question ?? (at ? wordsOfCell(at, today) : "No time")}
          >
            {question && statedText ? `${statedText} ` : ""}
            {title}
          </Choice>
        ))}
      </Choices>
      <Choices title="Action items" empty="No action items were found.">
        {actions.map(({ title, owner, due }) => (
          <Choice
            key={title}
            isChosen={!left.actions.has(title)}
            onToggle={() => onLeave({ ...left, actions: toggled(left.actions, title) })}
            aside={[owner, due && wordsOfCell(due, today)].filter((part) => part !== null).join(", ")}
          >
            {title}
          </Choice>
        ))}
      </Choices>
      <Choices title="Contributing factors" empty="No factors were found.">
        {factors.map(({ statement, role }) => (
          <Choice
            key={statement}
            isChosen={!left.factors.has(statement)}
            onToggle={() => onLeave({ ...left, factors: toggled(left.factors, statement) })}
            aside={FACTOR_ROLE_WORDS[role]}
          >
            {statement}
          </Choice>
        ))}
      </Choices>
    </>
  );
}

function Choices({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <Section id={`write-up-${title.replace(/\s+/g, "-").toLowerCase()}`} title={title} count={children.length}>
      {children.length === 0 ? (
        <p className={textStyles.muted}>{empty}</p>
      ) : (
        <ul className={styles.list}>{children}</ul>
      )}
    </Section>
  );
}

type ChoiceProps = { isChosen: boolean; onToggle: () => void; aside: string; children: ReactNode };

function Choice({ isChosen, onToggle, aside, children }: ChoiceProps) {
  return (
    <li className={styles.row}>
      <Checkbox
        className={styles.choice}
        label={<span className={styles.file}>{children}</span>}
        checked={isChosen}
        onChange={onToggle}
      />
      <span className={cx(textStyles.muted, textStyles.figure)}>{aside}</span>
    </li>
  );
}
