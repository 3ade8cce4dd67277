import { onceAText } from "#lib/base/text/once-a-text.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { NAMES, ROLES, type Role } from "./field-names.ts";
import { plainName } from "./local-names.ts";
import { bareName, isOfAThing, isTimeName, timeRoleOf, withoutNotation } from "./time-names.ts";

/** Unknown text fields come after the known ones, before the name of a check and a bare type or status. */
const BARE = NAMES.titles.indexOf("trigger") - 0.5;
/** A heading with any name comes after the known ones. */
export const HEADING = NAMES.titles.indexOf("message") - 0.5;

/** A start is better than the time of storage, whatever the field's name. */
const STARTED = NAMES.times.indexOf("createdat") - 0.5;

const LOOKS_LIKE_TIME = new RegExp(
  `${oneOf`
    at | time | date | stamp | instant | edon | edwhen | seen | since | stat(?:e|us)change | epoch | epochms | epochmillis
    timemillis | timeinmillis | timems | timeutc | dateutc | unixnano | timestart | timeend
  `}$|^${oneOf`
    (?:time|date)[a-z]{3,12}ed$ | datetime
    date(?:of)?(?:creat|start|open|clos|resol|occur|end|begin|rais|report|trigger|detect|finish|complet|log|add|modif)
  `}`,
);
/** `origin_server_ts`, `messageTs`: "ts" isn't a plural here. */
const SHORT_TIME = /[a-z][_-]ts$|[a-z]Ts$/;
/** Names of times that say little about when something happened. */
const LATER =
  /^(?:last|next|updat|modif|due|expir|snooz|schedul|estimat|planned|expect|queue|deliver|sent|request|receiv|ack|notifi|sysupd)/;
const LOOKS_LIKE_WORDS = new RegExp(
  `${oneOf`
    title | summary | headline | subject | description | (?:external|short|long|event|alert|incident|problem|error)desc
    information | message | text | name | rule | reason | comment | event | type | details? | raw | payload | intro
    trigger | problem | alert | alarm | incident | outage | error | action | output | signature | data
  `}(?:value)?$`,
);
/** Names of people, places, files and the delivery itself, which don't describe what happened. */
const NAMES_A_THING = new RegExp(
  `${oneOf`
    user | host | file | log | first | last | full | nick | domain | agent | author | owner | login | branch | mime
    actor | creator | sender | assignee | requester | reporter | os | browser | platform | country | city | page
    content | organi[sz]ation | account | team | company | project | app | application
  `}(?:name|type)$|${oneOf`
    holder | customer | recipient | contact | caller | employee | bank | merchant | vendor | seller | buyer | store
    webhook | hook | integration | subscription | key | token | credential | workspace | tenant | environment | env
    cluster | server | node | instance | device | machine | pod | container | image | database | bucket | queue
    region | zone | location | site | group | channel | network | (?:user|app|account|member|owner|client)display
  `}name$|${oneOf`
    user | host | device | server | node | machine | account | customer | team | product | client | ssid | severity | priority
  `}description$|[a-z]context$`,
);
/** `@type`, `webhook_type`, `artifactType`: the sort of a record, a code and not text. */
const IS_A_SORT = /type$/;
const OF_AN_ACT = /^(?:action|activity|event|operation|change)/;

/** Names of alerts and events, which can be a whole sentence. */
export const CALLED = /^(?:(?:alert|event|alarm|problem|incident|issue)[_-]?)?name$/i;
const HEADS = /(?:title|summary|headline|subject)(?:value)?$/;
const TELLS_STATE = /(?:state|status)$/;
/** States of something else, or former states. */
const OTHER_STATE =
  /^(?:old|prev|previous|last|before|prior|from|http|exit|response|ack|acknowledg|hard|soft|html|visib)/;

/** Matches the commit of a build, which isn't an event. */
export const IS_OF_COMMIT = /^(?:last_?|head_?)?commit(?!_?status)/i;

interface Place {
  role: Role;
  rank: number;
}

/** Meanings of a key, compared without case and separators. */
export const placesOf = onceAText(5000, (key): readonly Place[] => {
  const name = plainName(key);
  const bare = withoutNotation(name);
  const places = listedPlaces(name, ROLES);
  if (places.length === 0) places.push(...listedPlaces(bare, ["times", "ends"]));
  if (places.length === 0 && bare !== name && timeRoleOf(bare) !== null) places.push(...guessPlaces(bare));
  if (places.length === 0) places.push(...guessPlaces(SHORT_TIME.test(key) ? `${name}time` : name));
  return places;
});

const listedPlaces = (name: string, roles: readonly Role[]): Place[] =>
  roles.map((role) => ({ role, rank: NAMES[role].indexOf(name) })).filter(({ rank }) => rank >= 0);

/** Returns the meaning of an unlisted key by its start and end. It comes after those on the lists. */
function guessPlaces(name: string): Place[] {
  if (TELLS_STATE.test(name)) return OTHER_STATE.test(name) ? [] : [{ role: "states", rank: NAMES.states.length }];
  if (/severity$/.test(name)) return [{ role: "severities", rank: NAMES.severities.length }];
  if (LOOKS_LIKE_TIME.test(name) || isTimeName(name)) {
    if (timeRoleOf(name) === "over") return [{ role: "ends", rank: NAMES.ends.length }];
    const behind = isOfAThing(name) ? 2 : LATER.test(bareName(name)) ? 1 : 0;
    const rank = timeRoleOf(name) === "fired" && behind === 0 ? STARTED : NAMES.times.length + behind;
    return [{ role: "times", rank }];
  }
  if (!LOOKS_LIKE_WORDS.test(name) || NAMES_A_THING.test(name)) return [];
  if (IS_A_SORT.test(name)) return [{ role: "codes", rank: NAMES.codes.length + (OF_AN_ACT.test(name) ? 0 : 1) }];
  const isLabel = /(?:name|rule|event|raw|data)$/.test(name);
  return [
    { role: "titles", rank: isLabel ? NAMES.titles.length : HEADS.test(name) ? HEADING : BARE },
    { role: "bodies", rank: NAMES.bodies.length + (isLabel ? 1 : 0) },
  ];
}
