"use client";

import { ChevronDown, ChevronUp, MessageSquareDiff } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./suggestion-bar.module.css";
import { type Suggesting, WRITING_MODES, type WritingMode } from "./use-suggesting.ts";

const MODE_WORDS: Record<WritingMode, string> = { editing: "Editing", suggesting: "Suggesting", reading: "Reading" };

const isMode = (value: string): value is WritingMode => WRITING_MODES.some((mode) => mode === value);

const counted = (count: number) => (count === 1 ? "1 suggestion" : `${count} suggestions`);

/** Switches between editing and suggesting, and goes through what is proposed. */
export function SuggestionBar({ suggesting, isWritable }: { suggesting: Suggesting; isWritable: boolean }) {
  const { mode, setMode, suggestions, step, isOpen, setOpen, isHidden, show } = suggesting;
  const count = suggestions.open.length;
  if (!isWritable && count === 0) return null;
  if (!isWritable && isHidden) {
    return (
      <p className={`${styles.notice} noprint`}>
        <MessageSquareDiff size={14} /> Someone is working on this text: {counted(count)}.{" "}
        <button type="button" className={textStyles.link} onClick={show}>
          Show them
        </button>
      </p>
    );
  }
  return (
    <div className={`${styles.bar} noprint`} role="toolbar" aria-label="Suggestions">
      {isWritable ? (
        <Seg
          label="What typing does"
          value={mode}
          options={WRITING_MODES.map((value) => ({ value, label: MODE_WORDS[value] }))}
          onChange={(value) => isMode(value) && setMode(value)}
        />
      ) : null}
      {count > 0 ? (
        <>
          <Button icon={<MessageSquareDiff size={14} />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {counted(count)}
          </Button>
          <IconButton label="Previous suggestion" keys="shift+F9" icon={<ChevronUp />} onClick={() => step(-1)} />
          <IconButton label="Next suggestion" keys="F9" icon={<ChevronDown />} onClick={() => step(1)} />
        </>
      ) : null}
    </div>
  );
}
