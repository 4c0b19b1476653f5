// A synthetic plan of any size, the same for the same seed and day: as the file that our page opens,
// and as the plain records that the pages of React keep. All people are invented.

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const DAY = 86_400_000;

/** The share of each kind among the records, about as in the plan of a long course. Comments are the rest. */
const SHARES = { goals: 0.12, tasks: 0.58, meetings: 0.06, action_items: 0.07, feedback: 0.08 };

/** So many goals, the last due, have one task only: to these tasks are added. */
export const ROOMY_GOALS = 20;

const DOING = [
  "Watch three draws", "Anchor the vein, say each step", "Label at the bedside, before leaving",
  "Read the order of draw aloud", "Practise with the butterfly needle", "Release the tourniquet within a minute",
  "Ask for two identifiers", "Invert the citrate tube, do not shake it",
];
const WHERE = ["on the geriatric ward", "in the clinic", "with Dana", "at intake", "on rounds", "in the lab"];
const SAID = [
  "The patient was anxious and asked twice how long it would take.",
  "You sat down, told her each step and waited for a nod before the needle went in.",
  "She relaxed her arm, and the first tube filled at once without a second stick.",
  "Next time, check the label against the wristband before you take your gloves off.",
];
const CATEGORIES = ["technique", "safety", "communication", "knowledge"];

/** A number from 0 up to 1, the same row of them for the same seed (mulberry32). */
function seeded(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A plan of so many records: `file` is its bundle, `records` are the same as plain objects, `roomy` the ids of goals with room. */
export function plan(size, seed = 1) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const id = () => Array.from({ length: 16 }, () => pick(LETTERS)).join("");
  const begun = Math.floor(Date.now() / DAY) * DAY - 49 * DAY;
  const day = (number) => new Date(begun + number * DAY).toISOString().slice(0, 10);
  const record = (number, fields) => ({ id: id(), created: `${day(number % 49)}T14:00:00Z`, ...fields, merge: "a1" });
  const many = (count, make) => Array.from({ length: count }, (_, number) => record(number, make(number)));
  const title = (number) => `${pick(DOING)} ${pick(WHERE)}, time ${number + 1}`;

  const counts = Object.fromEntries(Object.entries(SHARES).map(([kind, share]) => [kind, Math.round(size * share)]));
  const people = [record(0, { name: "Ana Morales", role: "student" }), record(0, { name: "Dana Ruiz", role: "mentor" })];
  const [ana, dana] = people.map((person) => person.id);
  const device = id();
  const goals = many(counts.goals, (number) => ({
    title: title(number), measure: "Ten in a row without help, watched by a mentor", category: pick(CATEGORIES),
    due: day(30 + Math.floor(number / 10)),
  }));
  const full = goals.length - ROOMY_GOALS;
  const goalOf = (number) => goals[number < ROOMY_GOALS ? full + number : number % full].id;
  const tasks = many(counts.tasks, (number) => ({
    title: title(number), goal: goalOf(number), ...(random() < 0.6 ? { done: true } : {}),
  }));
  const meetings = many(counts.meetings, (number) => ({
    title: `Meeting ${number + 1}`, starts: `${day(number - Math.floor(counts.meetings / 2) + 49)}T15:30`, minutes: 30,
    mode: "in_person", place: "Room 4", agenda: pick(SAID), ...(number < counts.meetings / 2 ? { status: "held" } : {}),
  }));
  const about = () => ({ about: pick(goals).id, about_kind: "goals" });
  const items = many(counts.action_items, (number) => ({
    title: title(number), meeting: pick(meetings).id, owner: ana, ...(number % 40 ? { done: true } : {}),
  }));
  const [situation, behavior, impact, next_time] = SAID;
  const feedback = many(counts.feedback, (number) => ({
    form: "situation_behavior_impact", author: dana, to: ana, ...about(),
    situation: `${situation} Shift ${number + 1}.`, behavior, impact, next_time, ...(number % 40 ? { acknowledged: true } : {}),
  }));
  const listed = { people, goals, tasks, meetings, action_items: items, feedback };
  const rest = size - 2 - Object.values(listed).reduce((sum, list) => sum + list.length, 0);
  const comments = many(rest, () => ({ text: pick(SAID), author: dana, ...about() }));

  const devices = [{ id: device, person: dana, merge: "a1@1793000000" }];
  const whole = { ...record(0, { title: "Ana’s long course", starts: day(0), weeks: 16 }), people, devices, ...listed, comments };
  const file = {
    format: "steadyhand", version: 1, audience: "pair", made: new Date().toISOString(),
    from: { name: "Dana Ruiz", role: "mentor" }, writers: [device], plans: [whole],
  };
  const records = Object.entries({ ...listed, comments }).flatMap(([kind, list]) =>
    list.map(({ merge, ...fields }) => ({ kind, ...fields })),
  );
  return { file: JSON.stringify(file), records, roomy: goals.slice(full).map((goal) => goal.id) };
}
