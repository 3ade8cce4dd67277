"use client";

import type { ReactElement } from "react";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import {
  EVENT_KINDS,
  type EventKind,
  groupOfKind,
  shapeOfKind,
  wordsOfKind,
} from "#lib/base/vocabulary/event-kinds.ts";
import { drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";

const OPTIONS = EVENT_KINDS.map((kind) => ({
  value: kind,
  label: wordsOfKind(kind),
  detail: groupOfKind(kind),
  icon: <EventGlyph shape={drawnShape({ kind, shape: shapeOfKind(kind) })} />,
}));

type KindMenuProps = { value: EventKind; onChange: (kind: EventKind) => void; trigger: ReactElement };

/** Every kind of event by name, with its shape. */
export function KindMenu({ value, onChange, trigger }: KindMenuProps) {
  return (
    <ValueMenu
      label="Kind of event"
      value={value}
      options={OPTIONS}
      placeholder="For example, deploy"
      onChange={(next) => {
        const kind = EVENT_KINDS.find((one) => one === next);
        if (kind) onChange(kind);
      }}
      trigger={trigger}
    />
  );
}
