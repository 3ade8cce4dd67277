import NextLink from "next/link";
import { SegFrame } from "#components/ui/choices/seg.tsx";

const PLACES = [
  { value: "roadmap", label: "Roadmap", href: "/strategy" },
  { value: "table", label: "Table", href: "/strategy?as=table" },
  { value: "updates", label: "Updates", href: "/strategy?as=updates" },
  { value: "proposals", label: "Proposals", href: "/strategy/proposals" },
] as const;

/** The ways to look at strategic changes. */
export function StrategyLinks({ current }: { current: (typeof PLACES)[number]["value"] }) {
  return (
    <SegFrame aria-label="Strategic changes as">
      {PLACES.map(({ value, label, href }) => (
        <NextLink key={value} href={href} aria-current={value === current ? "page" : undefined}>
          {label}
        </NextLink>
      ))}
    </SegFrame>
  );
}
