import { readClauses } from "../read-clauses.ts";

const words = (list: readonly { text: string }[]) => list.map(({ text }) => text);

/** A clause on one line: "the subject <its head> [verb form voice aspect] the object +unreal". What is usual is left out. */
export const told = (text: string): string[] =>
  readClauses(text).map(({ subject, head, verb, form, voice, aspect, object, isReal, ...clause }) => {
    const said = words(subject);
    const flags = {
      ...{ unreal: !isReal, negated: clause.isNegated, able: clause.isAbility, seen: clause.isSeen },
      ...{ aside: clause.isAside, announced: clause.isAnnounced, joined: clause.isJoined },
      ...{ contrasted: clause.isContrasted, tells: clause.tellsWhat },
    };
    return [
      ...said,
      ...(head && head.text !== said.at(-1) ? [`<${head.text}>`] : []),
      `[${[verb || "-", form, voice, ...(aspect === "plain" ? [] : [aspect])].join(" ")}]`,
      ...words(object),
      ...Object.entries(flags).flatMap(([name, is]) => (is ? [`+${name}`] : [])),
    ].join(" ");
  });
