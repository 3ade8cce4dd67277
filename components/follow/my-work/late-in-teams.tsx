import NextLink from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { MOST_ASKED } from "#lib/base/vocabulary/action-item.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import { firstDateWords } from "#lib/follow/action-item/due-words.ts";
import { useAsk } from "../action-item/edit/use-ask.tsx";
import { daysPast } from "./group-by-due.ts";
import styles from "./late-in-teams.module.css";

const SHOWN = 8;

const QUESTION = "This action is late. When will it be done, or what is in its way?";

interface LateInTeamsProps {
  items: readonly WorkItem[];
  /** Whether the reader asks the owners of all of them at once. */
  mayNudge: boolean;
  today: string;
}

/** Late actions of the reader's teams, the oldest first. By action, because people aren't ranked. */
export function LateInTeams({ items, mayNudge, today }: LateInTeamsProps) {
  const { ask, dialog } = useAsk();
  if (items.length === 0) return null;
  // As many as are asked at once, the oldest first.
  const asked = items.filter(({ owner }) => owner !== null).slice(0, MOST_ASKED);
  return (
    <Section
      title="Late in my teams"
      count={items.length}
      right={
        <span className={layoutStyles.row}>
          {mayNudge && asked.length > 0 ? (
            <Button
              kind="ghost"
              onClick={() =>
                ask(
                  asked.map(({ key }) => key),
                  QUESTION,
                )
              }
            >
              Nudge owners
            </Button>
          ) : null}
          <TextLink href="/actions?view=late">Open in Actions</TextLink>
        </span>
      }
    >
      {dialog}
      <Rows className={styles.late}>
        {items.slice(0, SHOWN).map((item) => {
          const days = daysPast(item, today) ?? 0;
          const first = firstDateWords(item);
          return (
            <li key={item.key}>
              <span>
                <NextLink href={item.href}>{item.title}</NextLink>
                <br />
                <span className={textStyles.note}>
                  {item.key}, {item.owner ?? "no owner"}, <Late daysLate={days} />
                  {first ? `, ${first}` : ""}
                </span>
              </span>
              <OverrunBar daysLate={days} />
            </li>
          );
        })}
      </Rows>
    </Section>
  );
}
