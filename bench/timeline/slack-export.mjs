import { closeSync, openSync, writeSync } from "node:fs";
import { Zip, ZipDeflate } from "fflate";
import { slackMessage } from "./sources.mjs";

const DAY_BYTES = 200_000;
const CHANNELS = 20;

/** A zip of a Slack export that unpacks to about this many bytes: people, channels, and their day files. */
export function writeSlackExport(path, bytes) {
  const descriptor = openSync(path, "w");
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    writeSync(descriptor, piece);
  });
  const add = (name, text) => {
    const file = new ZipDeflate(name, { level: 1 });
    zip.add(file);
    file.push(Buffer.from(text), true);
  };
  add("users.json", JSON.stringify(Array.from({ length: 40 }, (_, index) => person(index))));
  add("channels.json", JSON.stringify([{ id: "C1", name: "incidents", created: 1, members: [] }]));
  let index = 0;
  for (let day = 0, size = 0; size < bytes; day++) {
    const messages = [];
    for (let length = 0; length < Math.min(DAY_BYTES, bytes); index++) {
      const message = JSON.stringify(slackMessage(index));
      messages.push(message);
      length += message.length + 1;
    }
    const text = `[${messages.join(",")}]`;
    size += text.length;
    const date = new Date(Date.UTC(2026, 0, 5 + Math.floor(day / CHANNELS))).toISOString().slice(0, 10);
    add(`incident-${day % CHANNELS}/${date}.json`, text);
  }
  zip.end();
  closeSync(descriptor);
}

const person = (index) => ({
  id: `U${index}`,
  name: `person${index}`,
  profile: { real_name: `Person ${index}`, display_name: `person ${index}` },
});
