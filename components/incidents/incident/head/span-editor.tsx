"use client";

import { Clock } from "lucide-react";
import { useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { FormPopover } from "#components/ui/overlays/form-popover.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { spanWords } from "../incident-words.ts";
import styles from "./head.module.css";

// Reading typed times needs time zone data, which loads when the fields are opened.
const FORM = new Later(() => import("./span-form.tsx").then((module) => module.SpanForm));

/** When it started and ended, in UTC. Opens the two fields and the incident's time zone. */
export function SpanEditor({ incident }: { incident: Incident }) {
  const [open, setOpen] = useState(false);
  const { startedAt, startKnown, resolvedAt, createdAt } = incident;
  const words = startKnown
    ? `${spanWords(startedAt, resolvedAt, "UTC")} UTC`
    : `Start unknown, recorded ${instantWords(createdAt, "UTC")}`;
  if (!incident.abilities.edit) {
    return (
      <span>
        <Clock size={14} />
        {words}
      </span>
    );
  }
  return (
    <FormPopover
      wide
      label="Start and end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <ValueButton className={cx(styles.fact, textStyles.figure)} aria-label={`${words}, change`}>
          <Clock size={14} />
          {words}
        </ValueButton>
      }
    >
      <LaterPart
        of={FORM}
        props={{ incident, onDone: () => setOpen(false) }}
        loading={<SkeletonText lines={3} label="Loading the fields" />}
      />
    </FormPopover>
  );
}
