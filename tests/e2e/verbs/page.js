// A page with one of each thing that the harness's verbs work on. It answers in words what reached it.
const by = (id) => document.getElementById(id);
const say = (text) => (by("answer").textContent = text);

by("kind").addEventListener("change", () => say(`Kind is ${by("kind").value}`));
by("name").addEventListener("input", () => localStorage.setItem("name", by("name").value));
by("name").value = localStorage.getItem("name") ?? "";
by("file").addEventListener("change", async () => say(`File says ${await by("file").files[0].text()}`));
by("save").addEventListener("click", () => {
  say(`${by("name").value} by ${by("by").value} ${by("ready").checked ? "ready" : "not ready"}`);
});
by("export").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(['{"grüße":1}'], { type: "application/json" }));
  link.download = "plan.steadyhand.json";
  link.click();
});
by("fail").addEventListener("click", () => {
  console.error("written on purpose");
  throw new Error("thrown on purpose");
});
for (const row of document.querySelectorAll("li")) {
  row.lastElementChild.addEventListener("click", () => say(`Chose ${row.firstChild.textContent}`));
}
addEventListener("hashchange", () => say(`At ${location.hash}`));
