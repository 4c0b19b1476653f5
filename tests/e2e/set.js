// Sets a field's value as a whole, as its own picker does. Arguments: the field, and a value or the
// text of an option. Answers whether the field took it.
const [field, wanted] = arguments;
const squeeze = (text) => text.replace(/\s+/g, " ").trim();
const option = field.options && [...field.options].find((one) => squeeze(one.text) === wanted);
if (field.options && !option) return false;
field.focus();
const value = option ? option.value : wanted;
Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
field.dispatchEvent(new Event("input", { bubbles: true }));
field.dispatchEvent(new Event("change", { bubbles: true }));
// A browser in the background does not tell a page that a field was left.
field.dispatchEvent(new FocusEvent("blur"));
return field.value === value;
