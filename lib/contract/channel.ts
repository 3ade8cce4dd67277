import { z } from "zod";
import { CHANNEL_KINDS } from "#lib/base/vocabulary/message-delivery.ts";
import { id, line, namedRef, route, version, webUrl } from "./base.ts";
import { LENGTHS } from "./lengths.ts";

const name = line(LENGTHS.channel.name);
const kinds = z.array(z.enum(CHANNEL_KINDS)).max(CHANNEL_KINDS.length);
const url = webUrl.describe("the address of a Slack-compatible webhook. It is never shown again");
const teamId = id
  .nullable()
  .describe("it receives messages about this team's actions and reviews. Null: those of every team");

export const Channel = z.strictObject({
  id,
  name: z.string(),
  team: namedRef.nullable(),
  host: z.string().describe("of its address"),
  kinds: z.array(z.enum(CHANNEL_KINDS)),
  removed: z.boolean(),
  version,
});
export type Channel = z.infer<typeof Channel>;

export const channelContract = {
  list: route("GET", "/channels", "Chat channels to which Afterword posts, without their addresses", "Messages").output(
    z.strictObject({ items: z.array(Channel) }),
  ),
  create: route("POST", "/channels", "Add a channel", "Messages")
    .input(z.strictObject({ name, url, teamId: teamId.default(null), kinds }))
    .output(Channel),
  update: route("PATCH", "/channels/{id}", "Change, remove or restore a channel", "Messages")
    .input(
      z.strictObject({
        ...{ id, version, name: name.optional(), url: url.optional(), teamId: teamId.optional() },
        ...{ kinds: kinds.optional(), removed: z.boolean().optional() },
      }),
    )
    .output(Channel),
  test: route("POST", "/channels/{id}/test", "Post a line to a channel now", "Messages")
    .input(z.strictObject({ id }))
    .output(z.strictObject({ ok: z.boolean(), message: z.string() })),
};
