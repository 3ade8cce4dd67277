"use client";

import { ExternalLink, Pencil } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import styles from "./tracker-link.module.css";

const short = (url: string) => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");

/** The same work in the team's own tracker. */
export function TrackerLink({ item }: { item: ActionItem }) {
  const { editText } = useEditLayer();
  const open = (anchor: HTMLElement) => editText("trackerUrl", item, item.trackerUrl ?? "", anchor);
  if (!item.trackerUrl)
    return (
      <>
        <Button className={styles.add} kind="ghost" onClick={(event) => open(event.currentTarget)}>
          Add link
        </Button>
        <span className="print-only">None</span>
      </>
    );
  return (
    <>
      <a
        className={cx(textStyles.link, textStyles.truncated)}
        href={item.trackerUrl}
        target="_blank"
        rel="noreferrer noopener"
      >
        {short(item.trackerUrl)}
      </a>
      <ExternalLink size={14} />
      {item.abilities.edit ? (
        <IconButton label="Edit the link" icon={<Pencil size={14} />} onClick={(event) => open(event.currentTarget)} />
      ) : null}
    </>
  );
}
