"use client";

import { BadgeCheck, Split } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { toggleVerified } from "../curate/toggles.ts";
import { verifiedWords } from "../spine/verified-mark.tsx";
import { useTimelineScope } from "../state/scope.tsx";
import { isEdited } from "../story/event-fields.ts";
import type { StoryGroup } from "../story/group-story.ts";
import { SourceAccount } from "./source-account.tsx";
import styles from "./source-words.module.css";

/** Whether someone compared the event with its source, by whom, and a button to do so. */
function VerifyField({ event }: { event: TimelineEvent }) {
  const { mayEdit, curate, zone } = useTimelineScope();
  return (
    <p className={cx(styles.line, layoutStyles.wrappingRow)}>
      {mayEdit ? (
        <Button
          icon={<BadgeCheck size={14} />}
          keys="v"
          aria-pressed={event.verified}
          onClick={() => toggleVerified(curate, event)}
        >
          {event.verified ? "Verified" : "Verify"}
        </Button>
      ) : null}
      <span className={textStyles.caption}>{verifiedWords(event, zone)}</span>
    </p>
  );
}

const titleOf = (event: TimelineEvent) => event.original?.title ?? event.title;

type SourceWordsProps = { event: TimelineEvent; group: StoryGroup | null };

/** The event as each of its sources has it. Merged ones can be split off, and edits can be reverted. */
export function SourceWords({ event, group }: SourceWordsProps) {
  const { mayEdit, curate, several } = useTimelineScope();
  const below = group ? [...group.merged, ...group.accounts] : [];
  const isAlone = below.length === 0;
  if (isAlone && event.source.type === "manual") return <VerifyField event={event} />;
  const edited = isEdited(event);
  const takeText = (from: TimelineEvent) => {
    const fields = { title: titleOf(from), body: from.original?.body ?? from.body };
    void curate.change(event, fields, `E${event.number} now has the text of source ${from.source.letter}`);
  };
  const others = [event, ...below].filter((one) => titleOf(one) !== event.title);
  return (
    <>
      <h3>
        {isAlone ? "Matches the source" : "Matches the sources"}
        <span className={layoutStyles.atEnd}>
          {isAlone ? (edited ? "edited since" : "not edited") : `${below.length + 1}${edited ? ", edited since" : ""}`}
        </span>
      </h3>
      <ul>
        {[event, ...below].map((one) => (
          <SourceAccount
            key={one.id}
            event={one}
            onSplit={mayEdit && one !== event ? () => void several.split([one], `E${one.number} split`) : null}
          />
        ))}
      </ul>
      <VerifyField event={event} />
      {mayEdit && (edited || !isAlone) ? (
        <span className={cx(styles.line, layoutStyles.wrappingRow)}>
          {isAlone ? null : (
            <Button
              icon={<Split size={14} />}
              keys="u"
              onClick={() => void several.split(below, `E${event.number} split into ${below.length + 1} events`)}
            >
              Split all
            </Button>
          )}
          {others.length > 0 && !isAlone ? (
            <Menu trigger={<Button kind="ghost">Use a source's text</Button>}>
              {others.map((one) => (
                <MenuItem key={one.id} detail={one.source.label} onSelect={() => takeText(one)}>
                  {titleOf(one)}
                </MenuItem>
              ))}
            </Menu>
          ) : null}
          {edited ? (
            <Button kind="ghost" onClick={() => void curate.revert(event)}>
              Restore the source's text
            </Button>
          ) : null}
        </span>
      ) : null}
    </>
  );
}
