// Reads Firefox's own record of uncaught errors and broken policies, in its privileged scope.
// Argument: what the page's addresses begin with, because Firefox's own errors are there too.
const [start] = arguments;
return Services.console
  .getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName?.startsWith(start))
  .filter((error) => !(error.flags & Ci.nsIScriptError.warningFlag))
  .map((error) => error.errorMessage);
