import NextLink from "next/link";
import { Late } from "#components/ui/labels/late.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { WorkItem } from "#lib/contract/me.ts";
import { firstDateWords } from "#lib/follow/action-item/due-words.ts";
import { daysPast } from "./group-by-due.ts";
import styles from "./late-in-teams.module.css";

const SHOWN = 8;

/** Late actions of the reader's teams, the oldest first. By action, because people aren't ranked. */
export function LateInTeams({ items, today }: { items: readonly WorkItem[]; today: string }) {
  if (items.length === 0) return null;
  return (
    <section>
      <SectionHead
        title="Late in my teams"
        count={items.length}
        right={<TextLink href="/actions?view=late">Open in Actions</TextLink>}
      />
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
    </section>
  );
}
