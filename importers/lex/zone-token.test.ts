import { expect, it } from "vitest";
import { matchZone } from "./zone-token.ts";

const zoneIn = (text: string, at: number) => {
  const token = matchZone(text, at)?.token;
  return token?.kind === "zone" ? token.zone : null;
};

it.each([
  ["Australian Eastern Daylight Time", "+11:00"],
  ["Australian Eastern Standard Time", "+10:00"],
  ["Australian Eastern Time", "Australia/Sydney"],
  ["Australian Central Standard Time", "+09:30"],
  ["Australian Western Standard Time", "+08:00"],
  ["New Zealand Daylight Time", "+13:00"],
  ["New Zealand Time", "Pacific/Auckland"],
  ["Central European Time", "Europe/Berlin"],
  ["Central European Standard Time", "+01:00"],
  ["Eastern European Summer Time", "+03:00"],
  ["Western European Summer Time", "+01:00"],
  ["East Africa Time", "+03:00"],
  ["South African Standard Time", "+02:00"],
  ["Hong Kong Time", "Asia/Hong_Kong"],
  ["Korea Standard Time", "+09:00"],
  ["Atlantic Daylight Time", "-03:00"],
  ["Alaska Standard Time", "-09:00"],
  ["Hawaii Standard Time", "-10:00"],
  ["Eastern Daylight Time", "-04:00"],
  ["US Eastern Time", "America/New_York"],
])("reads %s", (name, zone) => {
  expect(zoneIn(name, 0)).toBe(zone);
  expect(zoneIn(`All times are in ${name}.`, 17)).toBe(zone);
});

it.each([
  "Mexican Pacific Time",
  "Brazilian Eastern Time",
  "Australian Eastern Time",
  "australian eastern daylight time",
  "Cuban Eastern Standard Time",
  "Greenland Western Standard Time",
])("doesn't read the end of %s as a zone of North America", (name) => {
  const at = name.search(/(?:Pacific|Eastern|eastern|Western) /);
  expect(zoneIn(`All times are in ${name}.`, 17 + at)).toBeNull();
});

it.each([
  ["horas del centro de México", "America/Mexico_City"],
  ["hora del centro de México", "America/Mexico_City"],
  ["hora de la Ciudad de México", "America/Mexico_City"],
  ["tiempo del centro de México", "America/Mexico_City"],
  ["hora de Colombia", "America/Bogota"],
  ["hora argentina", "America/Argentina/Buenos_Aires"],
  ["hora de Perú", "America/Lima"],
  ["hora de Madrid", "Europe/Madrid"],
  ["hora de Lisboa", "Europe/Lisbon"],
  ["horário de São Paulo", "America/Sao_Paulo"],
  ["heure belge", "Europe/Brussels"],
  ["heure suisse", "Europe/Zurich"],
  ["heure de Montréal", "America/Toronto"],
  ["heure de l'Est", "America/Toronto"],
  ["hora de México", "America/Mexico_City"],
  ["Berliner Zeit", "Europe/Berlin"],
  ["Wiener Zeit", "Europe/Vienna"],
  ["ora di Roma", "Europe/Rome"],
  ["киевскому времени", "Europe/Kyiv"],
  ["台北時間", "Asia/Taipei"],
])("reads the time of a country: %s", (name, zone) => expect(zoneIn(name, 0)).toBe(zone));

it.each([
  "horas del centro comercial",
  "hora de comer",
  "heure de pointe",
  "heure de l'Est européen",
  "heure de l’Est européenne",
  "heure de l'Est de l'Europe",
  "hora de México Pacífico",
  "hora de México (Noroeste)",
  "hora de México, sureste",
])("reads no zone in %s", (text) => expect(zoneIn(text, 0)).toBeNull());
