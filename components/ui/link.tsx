import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonKind, type ButtonSize, buttonClass } from "./button.tsx";
import { cx } from "./cx.ts";
import { ariaKeysOf } from "./keys/format-keys.ts";
import { Kbd } from "./keys/kbd.tsx";
import textStyles from "./roles/text.module.css";

type LinkProps = Omit<ComponentProps<typeof NextLink>, "href"> & { href: string };

/** A link in text or in a section heading, underlined on hover and focus. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <NextLink {...rest} className={cx(textStyles.link, className)} />;
}

type ButtonLinkProps = LinkProps & {
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  icon?: ReactNode;
  keys?: string | undefined;
};

/** A link that looks like a button, for navigation to another page. */
export function ButtonLink({ kind, size, icon, keys, className, children, ...rest }: ButtonLinkProps) {
  return (
    <NextLink aria-keyshortcuts={ariaKeysOf(keys)} {...rest} className={buttonClass(kind, size, className)}>
      {icon}
      {children}
      {keys ? <Kbd keys={keys} /> : null}
    </NextLink>
  );
}
