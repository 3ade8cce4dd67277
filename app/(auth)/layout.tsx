import type { ReactNode } from "react";
import { QueryProvider } from "#components/base/api/query-provider.tsx";

export default function EntryLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
