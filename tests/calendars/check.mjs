// Has ical.js, which others wrote, read the sample calendars, and compares what it finds with what each
// sample says that a reader must find. Takes the folder of the samples, and that in which npm has put it.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, tools] = process.argv.slice(2);
const library = createRequire(path.resolve(tools, "package.json"))("ical.js");
const ICAL = library.default ?? library;
const samples = fs.readdirSync(folder).filter((file) => file.endsWith(".ics"));
assert.ok(samples.length > 0, `no samples in ${folder}`);
let count = 0;
for (const file of samples) {
  const root = new ICAL.Component(ICAL.parse(fs.readFileSync(path.join(folder, file), "utf8")));
  assert.equal(root.getFirstPropertyValue("version"), "2.0");
  assert.equal(root.getFirstPropertyValue("method"), "PUBLISH");
  assert.ok(root.getFirstPropertyValue("prodid"));
  const found = root.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const text = (name) => component.getFirstPropertyValue(name) ?? "";
    const alarms = component.getAllSubcomponents("valarm").map((alarm) => {
      assert.equal(alarm.getFirstPropertyValue("action"), "DISPLAY");
      assert.ok(alarm.getFirstPropertyValue("description"));
      return alarm.getFirstPropertyValue("trigger").toSeconds() / 60;
    });
    assert.equal(event.startDate.zone, ICAL.Timezone.utcTimezone);
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toUnixTime(),
      end: event.endDate.toUnixTime(),
      stamp: text("dtstamp").toUnixTime(),
      status: text("status"),
      summary: text("summary"),
      location: text("location"),
      description: text("description"),
      alarms,
    };
  });
  const expected = JSON.parse(fs.readFileSync(path.join(folder, file.replace(".ics", ".json")), "utf8"));
  assert.deepEqual(found, expected, file);
  count += found.length;
}
console.log(`ical.js found what it should in ${samples.length} calendars with ${count} events`);
