"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { TokenForm } from "#components/people/token/token-form.tsx";
import { TokenTable } from "#components/people/token/token-table.tsx";
import { SecretOnce } from "#components/ui/fields/secret-once.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";

/** My tokens for the API and the command line. */
export function Tokens() {
  const { data, error, refetch } = useQuery(reads.token.list());
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  return (
    <Section id="tokens" title="Personal tokens" count="A token never has more permissions than you">
      <TokenForm onMade={setMade} />
      {made ? (
        <SecretOnce
          what={`token ${made.name}`}
          secret={made.secret}
          note="Shown once. Afterword stores only its fingerprint."
        />
      ) : null}
      {error ? <NotRead what="your tokens" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading your tokens" /> : null}
      {data && data.items.length > 0 ? <TokenTable tokens={data.items} /> : null}
      {data?.items.length === 0 ? (
        <Note>
          No tokens yet. Use a token to authenticate scripts:{" "}
          <code className={textStyles.code}>Authorization: Bearer aw_…</code>. The API is described at{" "}
          <a className={textStyles.underlinedLink} href="/api/v1/docs">
            /api/v1/docs
          </a>
          .
        </Note>
      ) : null}
    </Section>
  );
}
