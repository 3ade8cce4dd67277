import { readNameLine, readSpeakerLine, type SpeakerLine } from "./speaker-line.ts";

interface Pair {
  speaker: SpeakerLine;
  /** Index of the line with the time. */
  last: number;
}

const APP = /^(?:APP|BOT)$/;
/** At most an app's badge and a blank line can be between a name and its time. */
const REACH = 3;

/**
 * Names on their own line with the time below, as Slack, Mattermost and Teams copy them. Slack writes further messages
 * of the same person with only a time below the text, so a pair must look like the first one.
 */
export class NamePairs {
  private readonly lines: readonly string[];
  private style: { isIndented: boolean; isHalfDay: boolean } | null = null;

  private isInline = false;

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  /** Sees a head with name and time on one line. In such a chat, times alone are further messages of the same person. */
  see({ shape }: SpeakerLine): void {
    this.isInline ||= shape === "line";
  }

  at(index: number): Pair | null {
    const name = readNameLine(this.lines[index] ?? "");
    if (!name) return null;
    for (let below = index + 1; below <= index + REACH && below < this.lines.length; below += 1) {
      const raw = this.lines[below] ?? "";
      const text = raw.trim();
      if (text === "" || APP.test(text)) continue;
      const time = readSpeakerLine(text.replace(/^(?:APP|BOT)\s+/, ""));
      if (time?.shape !== "time") return null;
      const style = { isIndented: /^(?:\s|APP\b|BOT\b)/.test(raw), isHalfDay: time.stamp.clock?.meridiem !== null };
      if (this.isInline && !style.isIndented && !style.isHalfDay) return null;
      this.style ??= style;
      if ((this.style.isIndented && !style.isIndented) || (this.style.isHalfDay && !style.isHalfDay)) return null;
      const isBot = name.isBot || this.lines.slice(index + 1, below + 1).some((line) => /^\s*(?:APP|BOT)\b/.test(line));
      return { speaker: { ...time, actor: name.actor, isBot, shape: "line" }, last: below };
    }
    return null;
  }
}
