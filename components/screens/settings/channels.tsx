"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { ChannelDialog } from "#components/across/channel/channel-dialog.tsx";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { Note } from "#components/ui/note.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { CHANNEL_KIND_WORDS } from "#lib/base/vocabulary/message-delivery.ts";
import type { Channel } from "#lib/contract/channel.ts";

/** The chat channels to which Afterword posts. */
export function Channels() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(reads.channel.list());
  const [edited, setEdited] = useState<Channel | "new" | null>(null);
  const newest =
    edited === "new" || edited === null ? null : (data?.items.find(({ id }) => id === edited.id) ?? edited);
  const remove = async ({ id, version, name }: Channel, removed: boolean) => {
    try {
      const changed = await api.channel.update({ id, version, removed });
      toastDone(removed ? `${name} removed` : `${name} restored`, {
        undo: () => void remove(changed, !removed),
      });
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, "channel");
    }
  };
  const [tested, setTested] = useState<string | null>(null);
  const test = async ({ id, name }: Channel) => {
    setTested(id);
    try {
      const { ok, message } = await api.channel.test({ id });
      if (ok) toastDone(`Posted to ${name}. ${message}`);
      else toastError(`Couldn't post to ${name}: ${message}`);
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      setTested(null);
    }
  };
  return (
    <Section
      id="channels"
      title="Channels"
      count="through Slack-compatible webhooks"
      right={
        <Button icon={<Plus size={14} />} onClick={() => setEdited("new")}>
          Channel
        </Button>
      }
    >
      {error ? <NotRead what="channels" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={2} label="Loading channels" /> : null}
      {data?.items.length === 0 ? (
        <Note>No channels yet. Add one to post late actions and published reviews where a team talks.</Note>
      ) : null}
      <Rows>
        {data?.items.map((channel) => (
          <ListRow key={channel.id}>
            <div className={layoutStyles.fill}>
              <span className={textStyles.emphasis}>{channel.name}</span>{" "}
              <span className={textStyles.caption}>
                {channel.team?.name ?? "Every team"}, {channel.host}
              </span>
              <p className={textStyles.note}>
                {channel.kinds.length === 0
                  ? "Nothing is posted"
                  : listWords(channel.kinds.map((kind) => CHANNEL_KIND_WORDS[kind].name))}
              </p>
            </div>
            <Button
              kind="ghost"
              aria-label={`Test ${channel.name}`}
              busy={tested === channel.id}
              onClick={() => void test(channel)}
            >
              Test
            </Button>
            <Menu
              align="end"
              trigger={<BareIconButton label={`Actions for ${channel.name}`} icon={<Ellipsis size={14} />} />}
            >
              <MenuItem onSelect={() => setEdited(channel)}>Change</MenuItem>
              <MenuItem onSelect={() => void remove(channel, true)}>Remove</MenuItem>
            </Menu>
          </ListRow>
        ))}
      </Rows>
      {edited ? (
        <ChannelDialog key={edited === "new" ? "new" : edited.id} channel={newest} onClose={() => setEdited(null)} />
      ) : null}
    </Section>
  );
}
