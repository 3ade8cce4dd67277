import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import textStyles from "../roles/text.module.css";
import touch from "../touch-target.module.css";
import styles from "./avatar.module.css";
import { Marked } from "./marked.tsx";

export type Hue = "a" | "b" | "c";
type Size = "md" | "lg";
type AvatarProps = {
  name: string;
  size?: Size | undefined;
  /** Cursor colour of someone who is here now. */
  hue?: Hue | undefined;
  /** The name is shown next to it. */
  silent?: boolean | undefined;
  className?: string | undefined;
};

/** Returns the first letters of the first and last word of a name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? "");
  return letters.join("").toUpperCase();
}

/** Initials of a person. `silent` hides them from screen readers where the name is next to them. */
export function Avatar({ name, size, hue, silent, className }: AvatarProps) {
  const says = silent
    ? ({ "aria-hidden": true } as const)
    : ({ role: "img", "aria-label": name, title: name } as const);
  return (
    <span {...says} className={cx(styles.avatar, size === "lg" && styles.large, className)} data-hue={hue}>
      {initialsOf(name)}
    </span>
  );
}

/** A placeholder for an avatar. */
export function BlankAvatar({ size }: { size?: Size | undefined }) {
  return (
    <span className={cx(styles.avatar, styles.blank, size === "lg" && styles.large)} aria-hidden="true">
      ?
    </span>
  );
}

/** A large avatar button. Name its action with `aria-label`. */
export function AvatarButton({ name, className, ...rest }: ComponentProps<"button"> & { name: string }) {
  return (
    <button type="button" {...rest} className={cx(styles.avatar, styles.large, styles.button, touch.around, className)}>
      {initialsOf(name)}
    </button>
  );
}

/** Several people close together. More than `max` become a count. */
export function Avatars({ names, max = 4 }: { names: readonly string[]; max?: number | undefined }) {
  const shown = names.length > max ? names.slice(0, max - 1) : names;
  const rest = names.slice(shown.length);
  return (
    <span className={styles.group}>
      {shown.map((name) => (
        <Avatar key={name} name={name} />
      ))}
      {rest.length > 0 ? (
        <span className={styles.avatar} role="img" aria-label={rest.join(", ")} title={rest.join(", ")}>
          +{rest.length}
        </span>
      ) : null}
    </span>
  );
}

/** Avatar and name. Without a name, "No owner" (or another text). */
export function Who({ name, missing = "No owner" }: { name: string | null; missing?: string | undefined }) {
  if (name === null)
    return (
      <Marked>
        <BlankAvatar />
        <span className={textStyles.attention}>{missing}</span>
      </Marked>
    );
  return (
    <Marked>
      <Avatar name={name} silent />
      <span className={textStyles.truncated}>{name}</span>
    </Marked>
  );
}
