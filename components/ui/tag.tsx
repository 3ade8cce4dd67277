import type { ReactNode } from "react";

/** A small word beside a title; dashed for a kind that is not the usual one. */
export function Tag({ dashed, children }: { dashed?: boolean | undefined; children: ReactNode }) {
  return <span className={dashed ? "kind" : "chip tagc"}>{children}</span>;
}
