"use client";

import { Pencil } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "./edit-context.ts";

/** The title in full, with its editor. */
export function ActionTitle({ item, level }: { item: ActionItem; level: 1 | 2 }) {
  const { editText } = useEditLayer();
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="atl">
      <Heading>{item.title}</Heading>
      {item.abilities.edit ? (
        <IconButton
          label="Change the title"
          icon={<Pencil size={14} />}
          onClick={(event) => editText("title", item, item.title, event.currentTarget)}
        />
      ) : null}
    </div>
  );
}
