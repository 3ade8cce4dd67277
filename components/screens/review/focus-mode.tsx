"use client";

import type { Editor } from "@tiptap/core";
import { Minimize } from "lucide-react";
import { useEffect, useState } from "react";
import { returnToText } from "#components/reviews/document/take-selection.ts";
import { Button } from "#components/ui/button.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import type { DocumentConnection } from "#lib/document/document-connection.ts";
import styles from "./focus-mode.module.css";
import { TextSaveState } from "./text-save-state.tsx";

/** Shows only the text. The bars around it hide themselves while the page says so. */
export function useFocusMode(editor: Editor | null) {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    document.documentElement.toggleAttribute("data-focus-mode", isOn);
    return () => void document.documentElement.removeAttribute("data-focus-mode");
  }, [isOn]);
  const set = (next: boolean) => {
    setOn(next);
    if (editor?.isEditable) returnToText(editor);
  };
  const onEscape = () => {
    if (isOn) set(false);
    return isOn;
  };
  useKeys([
    { keys: "mod+.", label: "Focus mode", group: "Review", whileTyping: true, run: () => set(!isOn) },
    {
      ...{ keys: "Esc", label: "Leave focus mode", group: "Review", whileTyping: true },
      when: () => isOn,
      run: () => set(false),
    },
  ]);
  return { isOn, enter: () => set(true), leave: () => set(false), onEscape };
}

interface FocusBarProps {
  connection: DocumentConnection | null;
  onLook: (blockId: string) => void;
  onLeave: () => void;
}

/** The way out of focus mode, and whether the text is saved. */
export function FocusBar({ connection, onLook, onLeave }: FocusBarProps) {
  return (
    <div className={styles.bar}>
      <TextSaveState connection={connection} onLook={onLook} />
      <Button kind="ghost" icon={<Minimize size={14} />} keys="Esc" onClick={onLeave}>
        Leave focus mode
      </Button>
    </div>
  );
}
