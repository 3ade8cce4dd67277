"use client";

import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ALT_LENGTH } from "#lib/document/nodes/picture.ts";
import styles from "./picture.module.css";

interface DescribePictureProps {
  /** Null until someone has decided. */
  alt: string | null;
  onDescribe: (alt: string) => void;
}

/** Asks once what a picture says to people who can't see it, and changes it later. */
export function DescribePicture({ alt, onDescribe }: DescribePictureProps) {
  const [isAsked, setAsked] = useState(false);
  if (alt) return <Description key={alt} alt={alt} onDescribe={onDescribe} />;
  if (isAsked)
    return (
      <Description
        alt=""
        isFocused
        onDescribe={(described) => {
          setAsked(false);
          if (described !== "" || alt === null) onDescribe(described);
        }}
        onCancel={() => setAsked(false)}
      />
    );
  return (
    <div className={`noprint ${styles.describe}`} contentEditable={false}>
      <span>
        {alt === null
          ? "People who can't see this picture don't know what it shows."
          : "This picture is decorative. Screen readers skip it."}
      </span>
      <Button onClick={() => setAsked(true)}>Describe it</Button>
      {alt === null ? (
        <Button kind="ghost" onClick={() => onDescribe("")}>
          Mark as decorative
        </Button>
      ) : null}
    </div>
  );
}

interface DescriptionProps {
  alt: string;
  isFocused?: boolean;
  onDescribe: (alt: string) => void;
  onCancel?: () => void;
}

function Description({ alt, isFocused, onDescribe, onCancel }: DescriptionProps) {
  const id = useId();
  const [typed, setTyped] = useState(alt);
  const leave = () => {
    const words = typed.trim();
    if (words === "" && onCancel) onCancel();
    else if (words !== alt) onDescribe(words);
  };
  return (
    <div className={`noprint ${styles.describe}`} contentEditable={false}>
      <label htmlFor={id}>Description for people who can't see it</label>
      <Input
        id={id}
        value={typed}
        maxLength={ALT_LENGTH}
        autoFocus={isFocused}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setTyped(alt);
        }}
      />
      <span className={textStyles.muted}>
        {typed.length} of {ALT_LENGTH}
      </span>
    </div>
  );
}
