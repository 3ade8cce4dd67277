import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const es = (text: string) => times(`El 8 de junio de 2021 hubo una caída del servicio.\n\n${text}`);
const uk = (text: string) => times(`26 квітня 2024 року стався збій.\n\n${text}`);
const ru = (text: string) => times(`26 апреля 2024 года произошёл сбой.\n\n${text}`);
const vi = (text: string) => times(`Sự cố máy chủ ngày 15/7/2015\n\n${text}`);
const sv = (text: string) => times(`Störning den 15 augusti 2008\n\n${text}`);

describe("times announced in another language", () => {
  it.each([
    ["Pasadas las 17:20, el servicio comenzó a fallar.", "17:20"],
    ["La última actualización es de las 12:45, cuando se detectó el problema.", "12:45"],
    ["Poco antes de las 9:30 cayó el servidor.", "09:30"],
    ["En torno a las 12:00 cayó el servidor.", "12:00"],
    ["Desde pasadas las 12:00 no respondía el servidor.", "12:00"],
    ["El fallo se produjo cerca de las 12:25h.", "12:25"],
  ])("are read in Spanish: %s", (text, at) => {
    expect(es(text)).toEqual([`06-08 ${at}`]);
  });

  it.each([
    ["Аварія тривала 14 хвилин — з 08:03 по 08:17.", "08:03"],
    ["Аварія сталася о 08:03.", "08:03"],
    ["Сервіс відновили після 08:17.", "08:17"],
  ])("are read in Ukrainian: %s", (text, at) => {
    expect(uk(text)).toEqual([`04-26 ${at}`]);
  });

  it.each([
    ["Авария длилась с 08:03 по 08:17.", "08:03"],
    ["Сервис был недоступен с 08:03 до 08:17.", "08:03"],
    ["Примерно в 08:03 сервис упал.", "08:03"],
  ])("are read in Russian: %s", (text, at) => {
    expect(ru(text)).toEqual([`04-26 ${at}`]);
  });

  it.each([
    ["Khoảng 23h30, máy chủ bị sập.", "23:30"],
    ["Máy chủ gặp lỗi vào lúc 23h32.", "23:32"],
    ["Lúc 22g16, dịch vụ gặp sự cố.", "22:16"],
    ["Đến 22h40, lượng báo cáo lỗi tăng lên gần 40.000.", "22:40"],
    ["Sự cố bắt đầu từ 22:30.", "22:30"],
    ["Lúc 9 giờ 15, máy chủ bị sập.", "09:15"],
  ])("are read in Vietnamese: %s", (text, at) => {
    expect(vi(text)).toEqual([`07-15 ${at}`]);
  });

  it.each([
    ["Mellan kl. 21.50 och 22.30 hade systemet ett avbrott.", "21:50"],
    ["Avbrottet började klockan 21.50.", "21:50"],
  ])("are read in Swedish: %s", (text, at) => {
    expect(sv(text)).toEqual([`08-15 ${at}`]);
  });
});

describe("an English time with a point", () => {
  const read = (text: string) => times(`Outage on 1 December 2013\n\n${text}`);
  it.each([
    [
      "One site suffered a loss of power, starting at approximately 16.40. Power was restored at 17.30.",
      ["12-01 16:40", "12-01 17:30"],
    ],
    ["At 09.15 the mail server failed. It was restarted at 09.40.", ["12-01 09:15", "12-01 09:40"]],
    ["The line was down from 14.05 to 15.10. At 15.30 all was well.", ["12-01 14:05", "12-01 15:30"]],
    ["Power failed at about 13.20, and came back around 13.50.", ["12-01 13:20", "12-01 13:50"]],
  ])("is read where nothing is counted: %s", (text, found) => {
    expect(read(text)).toEqual(found);
  });

  it.each([
    "The outage began after the upgrade to 12.04. Load was at 16.40 and fell to 12.10.",
    "The failure cost us 16.40 dollars. The rate was at 17.30%.",
    "The crash is fixed since 10.14. Chrome failed from 11.05 to 12.01.",
    "The outage hit nodes at 10.20.30.40, and it stood at 12.50 euros.",
  ])("is none where it can be a number: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
