// The reference: what is next, with a field to add one and a box to tick each. The build says how much of it
// is shown (ALL: every record, or the next five that are open), and whether rows are memoised (MEMO).

import { memo, useCallback, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { put, readAll } from "./records.js";

const NEXT = 5;

function PlainRow({ record, onTick }) {
  return (
    <li className="row" data-done={record.done ? "" : undefined}>
      <label>
        <input type="checkbox" checked={Boolean(record.done)} onChange={() => onTick(record)} />
        <span>{record.title ?? record.text ?? record.situation ?? record.name}</span>
        <small>{record.due ?? record.starts ?? record.created.slice(0, 10)}</small>
      </label>
    </li>
  );
}

const Row = MEMO ? memo(PlainRow) : PlainRow;

function Page() {
  const [records, setRecords] = useState(null);
  const [title, setTitle] = useState("");
  const tick = useCallback((record) => {
    const ticked = { ...record, done: !record.done };
    put(ticked);
    setRecords((records) => records.map((other) => (other.id === record.id ? ticked : other)));
  }, []);
  useEffect(() => {
    readAll().then(setRecords);
  }, []);

  const add = (event) => {
    event.preventDefault();
    const record = { id: crypto.randomUUID(), kind: "tasks", title, created: new Date().toISOString() };
    put(record);
    setRecords([record, ...records]);
    setTitle("");
  };

  if (!records) {
    return <p>Opening…</p>;
  }
  const open = records.filter((record) => !record.done);
  const shown = ALL ? records : open.slice(0, NEXT);
  return (
    <main>
      <h1>Today</h1>
      <p>{records.length - open.length} of {records.length} done</p>
      <form onSubmit={add}>
        <input id="title" aria-label="New task" value={title} onChange={(event) => setTitle(event.target.value)} required />
        <button>Add</button>
      </form>
      <ul>{shown.map((record) => <Row key={record.id} record={record} onTick={tick} />)}</ul>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("sw.js"));
}
