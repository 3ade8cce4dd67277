import type { ReactNode } from "react";

type CommitBarProps = {
  /** What will happen, in words. */
  children: ReactNode;
  /** Cancel, then the one primary button. */
  actions: ReactNode;
};

/** The sticky foot of a form or a preview. */
export function CommitBar({ children, actions }: CommitBarProps) {
  return (
    <div className="commit">
      <span>{children}</span>
      <div className="push inline-row">{actions}</div>
    </div>
  );
}
