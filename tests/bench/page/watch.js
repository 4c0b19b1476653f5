// Put into every page before its own scripts: notes when frames are drawn and how long input waits.
// What a page can be asked through it stands in `bench`.

globalThis.bench ??= (() => {
  /** What was noted: shifts of what is drawn, tasks over 50 ms, and input until the next frame. */
  const noted = { step: "start", shifts: [], tasks: [], inputs: [] };
  /** When which step of a journey began, so that what is told late is still noted under it. */
  const steps = [[0, "start"]];
  const stepAt = (time) => steps.findLast(([begun]) => begun <= time)[1];

  /** Calls with the time after the frame that is being made has been drawn. To be asked in a frame. */
  const afterThisFrame = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      then(performance.now());
    };
    port2.postMessage(0);
  };

  /**
   * When the first frame has been drawn in which a condition holds, and the page was free for its next task
   * after it: an input of that moment is answered. All pages are asked in this way.
   */
  const when = (holds) =>
    new Promise((resolve) => {
      const look = () => (holds() ? afterThisFrame(resolve) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });

  const observe = (type, note) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note));
    observer.observe({ type, buffered: true });
  };
  observe("layout-shift", ({ value, hadRecentInput, startTime }) =>
    noted.shifts.push({ value, isAnswer: hadRecentInput, step: stepAt(startTime) }),
  );
  observe("longtask", ({ duration, startTime }) => noted.tasks.push({ duration, startTime, step: stepAt(startTime) }));

  for (const kind of ["click", "keydown"]) {
    addEventListener(
      kind,
      ({ isTrusted, timeStamp }) => {
        if (isTrusted) {
          const note = (now) => noted.inputs.push({ kind, took: now - timeStamp, step: stepAt(timeStamp) });
          requestAnimationFrame(() => afterThisFrame(note));
        }
      },
      { capture: true, passive: true },
    );
  }

  /** How long from the next input of a kind until the frame in which a condition holds. */
  const answered = (kind, holds) => {
    const begun = new Promise((resolve) => {
      addEventListener(kind, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    });
    const took = begun.then(async (begin) => (await when(holds)) - begin);
    bench.took = took;
  };

  /** When something was first painted. */
  const painted = () =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => resolve(startTime)));
      observer.observe({ type: "paint", buffered: true });
    });

  /** What the page had fetched by a moment, in bytes as they came over the line. */
  const fetchedBy = (time) =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= time)
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);

  /** Where to tap an element, brought into sight first. */
  const middle = (element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };

  /** The first element of a selector that is drawn, and has these words in it. */
  const find = (selector, words = "") =>
    [...document.querySelectorAll(selector)].find(
      (element) => element.textContent.includes(words) && element.getClientRects().length > 0,
    );

  /** When no frame has been late for half a second: what a page still does after it is ready has been done. */
  const quiet = () =>
    new Promise((resolve) => {
      let [last, since] = [performance.now(), performance.now()];
      const look = (now) => {
        since = now - last > 50 ? now : since;
        last = now;
        return now - since > 500 ? resolve() : requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  /** The memories of all WebAssembly that the page has started; the parts of one program share one. */
  const memories = new Set();
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const begin = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await begin.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      Object.values(exports).filter((one) => one instanceof WebAssembly.Memory).forEach((one) => memories.add(one));
      return made;
    };
  }
  const wasmMemory = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  const step = (name) => steps.push([performance.now(), name]);
  return { noted, when, answered, painted, fetchedBy, middle, find, quiet, wasmMemory, step };
})();
