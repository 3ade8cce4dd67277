"use client";

import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/keys/kbd.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { type StoryAtMoment, seenWords } from "#lib/incidents/timeline/story/as-seen-at.ts";
import styles from "./reader-bar.module.css";

// A typed time needs time zone data.
const FIELD = new Later(() => import("./seen-field.tsx").then((module) => module.SeenField));

type ReaderBarProps = {
  events: readonly TimelineEvent[];
  seenAt: string | null;
  seen: StoryAtMoment<TimelineEvent> | null;
  /** The moment with which the reading starts. */
  current: TimelineEvent | undefined;
  onSeenAt: (at: string | null) => void;
};

/** The whole story, or what the responders had seen by a moment. */
export function ReaderBar({ events, seenAt, seen, current, onSeenAt }: ReaderBarProps) {
  const start = () => current?.at ?? events[Math.floor(events.length / 2)]?.at ?? events.find((event) => event.at)?.at;
  const choose = (value: string) => {
    if (value === "whole") onSeenAt(null);
    else if (seenAt === null) onSeenAt(start() ?? null);
  };
  return (
    <div className={styles.bar}>
      <Seg
        label="Read as"
        value={seenAt === null ? "whole" : "seen"}
        options={[
          { value: "whole", label: "Whole story" },
          { value: "seen", label: "As seen at" },
        ]}
        onChange={choose}
      />
      {seenAt === null ? null : (
        <>
          <LaterPart of={FIELD} props={{ events, seenAt, onSeenAt }} />
          <span className={textStyles.secondary} role="status">
            {seen ? seenWords(seen) : ""}
          </span>
          <BackToWhole onBack={() => onSeenAt(null)} />
        </>
      )}
    </div>
  );
}

function BackToWhole({ onBack }: { onBack: () => void }) {
  useKeys([{ keys: "Esc", label: "Back to the whole story", group: "Timeline", run: onBack }]);
  return (
    <button
      type="button"
      className={cx(styles.back, textStyles.link, layoutStyles.atEnd, textStyles.wideOnly)}
      onClick={onBack}
    >
      Back to the whole story <Kbd keys="Esc" />
    </button>
  );
}
