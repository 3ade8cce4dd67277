"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "../button.tsx";
import { toastError } from "../overlays/toast.tsx";
import textStyles from "../roles/text.module.css";
import { copyText } from "./copy-text.ts";

const SAY_COPIED_MS = 2000;

type CopyButtonProps = {
  text: string;
  /** The kind of text: "address", "3 changes". */
  what: string;
  /** Instead of "Copy". */
  label?: string;
};

/** Copies a text and confirms it in place. */
export function CopyButton({ text, what, label }: CopyButtonProps) {
  const [last, setLast] = useState<string | null>(null);
  // A changed text isn't the one on the clipboard.
  const copied = last === text;
  const copy = async () => {
    if (!(await copyText(text))) {
      toastError("Couldn't copy. Select the text and copy it by hand.");
      return;
    }
    setLast(text);
    setTimeout(() => setLast(null), SAY_COPIED_MS);
  };
  return (
    <>
      <Button
        icon={copied ? <Check size={14} /> : <Copy size={14} />}
        aria-label={label ?? `Copy ${what}`}
        onClick={() => void copy()}
      >
        {copied ? "Copied" : (label ?? "Copy")}
      </Button>
      <span className={textStyles.visuallyHidden} role="status">
        {copied ? `${what} copied` : ""}
      </span>
    </>
  );
}
