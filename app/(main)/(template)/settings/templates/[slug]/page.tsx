import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { TemplatePage } from "#components/screens/template/template-page.tsx";
import { pageContext, readForTitle } from "#server/http/page.ts";
import { prefetchReads } from "../../../../../prefetch.ts";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const found = await readForTitle(await pageContext(), (api) => api.template.get({ slug }));
  return { title: found ? `Template ${found.name}` : "Template" };
}

export default async function OneTemplatePage({ params }: Props) {
  const { slug } = await params;
  const state = await prefetchReads((reads) => [reads.template.get(slug)]);
  return (
    <HydrationBoundary state={state}>
      <TemplatePage slug={slug} />
    </HydrationBoundary>
  );
}
