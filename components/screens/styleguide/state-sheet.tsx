import { GitMerge, WifiOff } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { EmptyState, NothingMatches } from "#components/ui/page/empty-state.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { SkeletonRows, SkeletonText } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { Specimen } from "./specimen.tsx";
import styles from "./styleguide.module.css";

/** States of a page: loading, empty and failed. */
export function StateSheet() {
  return (
    <>
      <Specimen title="Loading" note="after 300 ms, same geometry">
        <SkeletonRows rows={4} />
        <SkeletonText />
      </Specimen>
      <Specimen title="Empty" note="what it is for, one way in">
        <EmptyState title="No late actions" action={<Button>Show actions due this week</Button>}>
          Late actions appear here.
        </EmptyState>
      </Specimen>
      <Specimen title="Nothing matches" note="names the filter to remove">
        <NothingMatches title="No matching actions" action={<Button>Remove filter: Owner</Button>}>
          Without this filter: 9 actions.
        </NothingMatches>
      </Specimen>
      <Specimen title="Error" note="what happened and what to do">
        <ErrorState title="Couldn't load the list" next="Try again." action={<Button>Try again</Button>} />
      </Specimen>
      <Specimen title="Banners" note="the state of this page" wide>
        <Banner tone="warn" icon={<WifiOff size={14} />}>
          You're offline. Your changes are kept in this tab and sent when you reconnect.
        </Banner>
        <Banner tone="bad" action={<button type="button">Show message</button>}>
          Slack export: message 1,204 has no time. 1,203 events were imported.
        </Banner>
        <Banner icon={<GitMerge size={14} />} action={<button type="button">Keep my version</button>}>
          The due date changed while you were editing. It's now Fri 24 Feb.
        </Banner>
      </Specimen>
      <Specimen title="Long content" note="two lines in lists, whole in the peek">
        <Rows>
          <ListRow className={styles.long}>
            <Priority level={1} />
            <span className={cx(layoutStyles.fill, textStyles.twoLines)}>
              Restore the newest backup of every production data store into an isolated account each day, compare row
              counts and checksums with the source, and page the owner of the store
            </span>
            <Late daysLate={4} />
          </ListRow>
        </Rows>
      </Specimen>
    </>
  );
}
