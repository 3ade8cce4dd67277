"use client";

import { ArrowUpRight } from "lucide-react";
import NextLink from "next/link";
import { type RefObject, useContext } from "react";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Note } from "#components/ui/note.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { Thread } from "#lib/contract/comment.ts";
import { type RecordKind, ThreadRecordsContext } from "./thread-records.ts";

const KINDS: readonly { kind: RecordKind; keys: string; label: string }[] = [
  { kind: "factor", keys: "f", label: "Contributing factor" },
  { kind: "action", keys: "a", label: "Action item" },
  { kind: "learning", keys: "l", label: "Learning" },
];

interface BecomeMenuProps {
  thread: Thread;
  /** Where the keys work. */
  card: RefObject<HTMLElement | null>;
}

/** The menu that makes a factor, an action or a learning of a comment. In its card, one key does it. */
export function BecomeMenu({ thread, card }: BecomeMenuProps) {
  const records = useContext(ThreadRecordsContext);
  useKeys(
    records
      ? KINDS.map(({ kind, keys, label }) => ({
          keys,
          label: `Create ${label.toLowerCase()} from the focused comment`,
          group: "Review",
          // A key that is held down makes one record.
          when: ({ target, repeat }: KeyboardEvent) =>
            !repeat && target instanceof Node && card.current?.contains(target) === true,
          run: () => records.become(kind, thread),
        }))
      : [],
  );
  if (!records) return null;
  return (
    <Menu trigger={<BareIconButton label="Create a record from this comment" icon={<ArrowUpRight size={14} />} />}>
      {KINDS.map(({ kind, keys, label }) => (
        <MenuItem key={kind} keys={keys.toUpperCase()} onSelect={() => records.become(kind, thread)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** The records that a thread became. */
export function BecameLine({ thread }: { thread: Thread }) {
  const made = useContext(ThreadRecordsContext)?.of(thread.id) ?? [];
  if (made.length === 0) return null;
  return (
    <Note>
      Created{" "}
      {made.map(({ id, label, open }, at) => (
        <span key={id}>
          {at > 0 ? ", " : ""}
          {typeof open === "string" ? (
            <NextLink className={textStyles.underlinedLink} href={open}>
              {label}
            </NextLink>
          ) : (
            <button type="button" className={textStyles.underlinedLink} onClick={open}>
              {label}
            </button>
          )}
        </span>
      ))}
    </Note>
  );
}
