// Which payloads would do nothing even if they were taken for markup: there must be none. Each is put where a
// careless page puts a text: between tags, in a quoted or a bare attribute, in a link, in a field, a title,
// a style. A document that is only parsed runs and loads nothing. Argument: the payloads.
const [payloads] = arguments;
const base = "https://own.example/";
const places = [
  (text) => `<p>${text}</p>`,
  (text) => `<p title="${text}">x</p>`,
  (text) => `<p title='${text}'>x</p>`,
  (text) => `<p title=${text}>x</p>`,
  (text) => `<a href="${text}">x</a>`,
];
const isLive = (text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  // A body's attributes end up on the body there is.
  return strangers(everything(page), base).length > 0;
};
const dead = payloads.filter((payload) => !places.some((place) => isLive(place(payload))));
const harmless = places.filter((place) => isLive(place("Order of draw by heart"))).length;
return [dead, harmless];
