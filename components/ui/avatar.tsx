import { cx } from "./cx.ts";

export type Hue = "a" | "b" | "c";
type AvatarProps = {
  name: string;
  size?: "md" | "lg" | undefined;
  /** Cursor colour of someone who is here now. */
  hue?: Hue | undefined;
  className?: string | undefined;
};

/** First letters of the first and last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? "");
  return letters.join("").toUpperCase();
}

export function Avatar({ name, size, hue, className }: AvatarProps) {
  return (
    <span className={cx("av", size === "lg" && "l", className)} data-c={hue} role="img" aria-label={name} title={name}>
      {initialsOf(name)}
    </span>
  );
}

/** Several people close together; more than `max` become a count. */
export function Avatars({ names, max = 4 }: { names: readonly string[]; max?: number | undefined }) {
  const shown = names.length > max ? names.slice(0, max - 1) : names;
  const rest = names.slice(shown.length);
  return (
    <span className="avs">
      {shown.map((name) => (
        <Avatar key={name} name={name} />
      ))}
      {rest.length > 0 ? (
        <span className="av" role="img" aria-label={rest.join(", ")} title={rest.join(", ")}>
          +{rest.length}
        </span>
      ) : null}
    </span>
  );
}

/** Avatar and name; without a name, the warm "No owner" (or another word for it). */
export function Who({ name, missing = "No owner" }: { name: string | null; missing?: string | undefined }) {
  if (name === null)
    return (
      <span className="who">
        <span className="av none" aria-hidden="true">
          ?
        </span>
        <span className="warm">{missing}</span>
      </span>
    );
  return (
    <span className="who">
      <span className="av" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className="truncate">{name}</span>
    </span>
  );
}
