"use client";

import { Eye, HandHeart, Lightbulb, type LucideIcon, SmilePlus, ThumbsUp } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { Tooltip } from "#components/ui/tooltip.tsx";
import touch from "#components/ui/touch-target.module.css";
import { REACTION_WORDS, REACTIONS, type Reaction } from "#lib/base/vocabulary/reaction.ts";
import type { Comment } from "#lib/contract/comment.ts";
import styles from "./reactions.module.css";
import type { Threads } from "./use-threads.ts";

const ICONS: Record<Reaction, LucideIcon> = { agree: ThumbsUp, thanks: HandHeart, insight: Lightbulb, looking: Eye };

interface ReactionsProps {
  reviewKey: string;
  comment: Comment;
  threads: Threads;
  mayComment: boolean;
}

/** Who reacted to a comment and how. Pressing one adds or removes one's own. */
export function Reactions({ reviewKey: key, comment, threads, mayComment }: ReactionsProps) {
  const { id, reactions } = comment;
  const react = (kind: Reaction, on: boolean) => {
    if (mayComment) threads.react.mutate({ key, id, kind, on });
  };
  if (reactions.length === 0) return null;
  return (
    <div className={styles.reactions}>
      {reactions.map(({ kind, people, mine }) => {
        const Icon = ICONS[kind];
        const words = `${REACTION_WORDS[kind]}: ${people.map(({ name }) => name).join(", ")}`;
        return (
          <Tooltip key={kind} label={words}>
            <button
              type="button"
              className={cx(styles.reaction, touch.around)}
              aria-label={words}
              aria-pressed={mine}
              aria-disabled={!mayComment || undefined}
              onClick={() => react(kind, !mine)}
            >
              <Icon size={13} aria-hidden="true" />
              <span className={textStyles.figure}>{people.length}</span>
            </button>
          </Tooltip>
        );
      })}
    </div>
  );
}

/** The menu of reactions to a comment. */
export function ReactMenu({ reviewKey: key, comment, threads }: Omit<ReactionsProps, "mayComment">) {
  const isMine = (kind: Reaction) => comment.reactions.some((one) => one.kind === kind && one.mine);
  return (
    <Menu trigger={<BareIconButton label="React" icon={<SmilePlus size={14} />} />}>
      {REACTIONS.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <MenuItem
            key={kind}
            icon={<Icon size={14} />}
            onSelect={() => threads.react.mutate({ key, id: comment.id, kind, on: !isMine(kind) })}
          >
            {isMine(kind) ? `Remove “${REACTION_WORDS[kind]}”` : REACTION_WORDS[kind]}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
