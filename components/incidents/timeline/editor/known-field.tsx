"use client";

import { useState } from "react";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { foundWords } from "../spine/known-mark.tsx";
import { useTimelineScope } from "../state/scope.tsx";
import { FoundDialog } from "./found-dialog.tsx";

/** Whether people knew it at the time, or found it later, with when and by whom. */
export function KnownField({ event }: { event: TimelineEvent }) {
  const { mayEdit, curate, zone } = useTimelineScope();
  const [asks, setAsks] = useState(false);
  const isLater = event.known === "found_later";
  const words = isLater ? foundWords(event, zone) : event.known === null ? "Not set" : "At the time";
  if (!mayEdit) return <span>{words}</span>;
  return (
    <span className={layoutStyles.wrappingRow}>
      <Seg
        label="Known"
        value={isLater ? "found_later" : (event.known ?? "")}
        options={[
          { value: "at_the_time", label: "at the time" },
          { value: "found_later", label: "found later" },
        ]}
        onChange={(value) => {
          if (value === "found_later") setAsks(true);
          else void curate.change(event, { known: event.known === "at_the_time" ? null : "at_the_time" });
        }}
      />
      {isLater ? (
        <button type="button" className={cx(textStyles.link, textStyles.small)} onClick={() => setAsks(true)}>
          {words.replace(/^found later(?:, )?/, "") || "Set when and by whom"}
        </button>
      ) : null}
      {asks ? <FoundDialog events={[event]} onClose={() => setAsks(false)} onDone={() => undefined} /> : null}
    </span>
  );
}
