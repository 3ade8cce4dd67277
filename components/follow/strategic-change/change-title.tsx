"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { TextDialog } from "./text-dialog.tsx";

/** The title in full, with its editor. */
export function ChangeTitle({ change, level }: { change: StrategicChange; level: 1 | 2 }) {
  const [isOpen, setOpen] = useState(false);
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="atl">
      <Heading>{change.title}</Heading>
      {change.abilities.edit ? (
        <IconButton label="Change the title" icon={<Pencil size={14} />} onClick={() => setOpen(true)} />
      ) : null}
      {isOpen ? <TextDialog change={change} field="title" title="Title" onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
