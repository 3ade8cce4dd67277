import type { Metadata } from "next";
import { HistoryList } from "#components/across/history/history-list.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `History of ${(await params).key}` };
}

export default async function History({ params }: Props) {
  const { key } = await params;
  return (
    <Page>
      <PageHead
        title={`History of ${key}`}
        crumbs={
          <Crumbs
            items={[
              { label: "Reviews", href: "/reviews" },
              { label: key, href: `/reviews/${key}` },
            ]}
          />
        }
      />
      <HistoryList noun="review" recordKey={key} />
    </Page>
  );
}
