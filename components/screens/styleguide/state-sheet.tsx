import { GitMerge, WifiOff } from "lucide-react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState, NothingMatches } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Late } from "#components/ui/late.tsx";
import { Priority } from "#components/ui/priority.tsx";
import { ListRow, Rows } from "#components/ui/rows.tsx";
import { SkeletonRows, SkeletonText } from "#components/ui/skeleton.tsx";
import { Specimen } from "./specimen.tsx";
import styles from "./styleguide.module.css";

export function StateSheet() {
  return (
    <>
      <Specimen title="Loading" note="after 300 ms, same geometry">
        <SkeletonRows rows={4} />
        <SkeletonText />
      </Specimen>
      <Specimen title="Empty" note="what it is for, one way in">
        <EmptyState title="No late actions" action={<Button>See what is due this week</Button>}>
          Everything due before today is done or verified. The next one is due on Friday.
        </EmptyState>
      </Specimen>
      <Specimen title="Nothing matches" note="say which filter to drop">
        <NothingMatches title="No action matches all three filters" action={<Button>Drop “Owner is Aiko”</Button>}>
          Without “Owner is Aiko” there are 9.
        </NothingMatches>
      </Specimen>
      <Specimen title="Error" note="what happened, what is safe, what to do">
        <ErrorState
          title="Couldn't load the list"
          next="The server did not answer within 10 s."
          action={<Button>Try again</Button>}
        />
      </Specimen>
      <Specimen title="Banners" note="the state of this page" wide>
        <Banner tone="warn" icon={<WifiOff size={14} />}>
          You are offline. Your edits are kept here and sent when you return.
        </Banner>
        <Banner tone="bad" action={<button type="button">Show it</button>}>
          Slack export: message 1,204 has no time. 1,203 events were imported.
        </Banner>
        <Banner icon={<GitMerge size={14} />} action={<button type="button">Use mine</button>}>
          Tomás changed the due date while you did. Kept his: Fri 24 Feb.
        </Banner>
      </Specimen>
      <Specimen title="Long content" note="two lines in lists, whole in the peek">
        <Rows>
          <ListRow className={styles.long}>
            <Priority level={1} />
            <span className="fill two-lines">
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
