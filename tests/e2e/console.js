// Reads Firefox's own record of errors, in its privileged scope. Argument: what the page's addresses
// begin with, because Firefox's own errors are there too.
const [start] = arguments;
const isOurs = (address) => (address || "").startsWith(start);
const thrown = Services.console
  .getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError)
  .filter((error) => !(error.flags & Ci.nsIScriptError.warningFlag) && isOurs(error.sourceName))
  .map((error) => error.errorMessage);
const written = Cc["@mozilla.org/consoleAPI-storage;1"]
  .getService(Ci.nsIConsoleAPIStorage)
  .getEvents()
  .filter((event) => event.level === "error" && isOurs(event.filename))
  .map((event) => [...event.arguments].join(" "));
return [...thrown, ...written];
