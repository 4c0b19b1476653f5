"""Has icalendar, which others wrote, read the sample calendars, strictly, and compares what it finds with what
each sample says that a reader must find. Takes the folder of the samples."""

import json
import pathlib
import sys

from icalendar import Calendar

folder = pathlib.Path(sys.argv[1])
samples = sorted(folder.glob("*.ics"))
assert samples, f"no samples in {folder}"
count = 0
for sample in samples:
    data = sample.read_bytes()
    assert data.replace(b"\r\n", b"").count(b"\n") == 0, "a line does not end in CR and LF"
    calendar = Calendar.from_ical(data)
    assert not calendar.errors, calendar.errors
    found = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        moment = lambda name: int(event[name].dt.timestamp())
        assert event["DTSTART"].dt.utcoffset().total_seconds() == 0
        alarms = event.walk("VALARM")
        assert all(alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] for alarm in alarms)
        found.append({
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "start": moment("DTSTART"),
            "end": moment("DTEND"),
            "stamp": moment("DTSTAMP"),
            "status": str(event["STATUS"]),
            "summary": str(event.get("SUMMARY", "")),
            "location": str(event.get("LOCATION", "")),
            "description": str(event.get("DESCRIPTION", "")),
            "alarms": [int(alarm["TRIGGER"].dt.total_seconds() // 60) for alarm in alarms],
        })
    expected = json.loads(sample.with_suffix(".json").read_text("utf-8"))
    assert found == expected, f"{sample.name}:\n{found}\nis not\n{expected}"
    count += len(found)
print(f"icalendar found what it should in {len(samples)} calendars with {count} events")
