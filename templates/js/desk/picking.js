// In a correction: the fields of the record that is named, by their labels. Who chooses one has field and old value filled in.
import { BODY, fieldsOfRecord, recordOf } from "./corrected.js";
import { make, newId } from "./dom.js";
import { say, short } from "./say.js";

const LONGEST = 40;

// Shows the list in the item of a correction; `changed` is called when something was chosen.
export function offerFields(desk, item, changed) {
  const parts = Object.fromEntries(item.children().map((part) => [part.field.name, part]));
  if (!parts.field || !parts.was) return;
  item.picker = item.picker || pickerOf(desk, item, parts, changed);
  item.picker.show(parts.record.read());
}

function pickerOf({ site }, item, parts, changed) {
  const { words } = site;
  const id = newId();
  const help = make("p", { class: "d-desk-help", id: newId() }, words["pick-field-help"]);
  const select = make("select", { id, "aria-describedby": help.id });
  const element = make("div", { class: "d-desk-field" }, make("label", { for: id, class: "d-desk-label" }, words["pick-field"]), help, select);
  parts.field.element.before(element);
  let known = null;
  let fields = [];

  select.addEventListener("change", () => {
    const found = fields.find(({ field }) => field === select.value);
    if (!found) return;
    parts.field.write(found.field);
    parts.was.write(found.value);
    changed();
  });

  function show(name) {
    const record = recordOf(item.desk, name);
    const key = record ? `${name} ${record.text.length}` : "";
    if (key !== known) {
      known = key;
      fields = record ? [...fieldsOfRecord(site, record), ...(record.isArticle ? [{ field: BODY, label: words["pick-body"], value: "" }] : [])] : [];
      const options = fields.map(({ field, label, value }) => make("option", { value: field }, value ? say(words, "pick-option", { label, value: short(value, LONGEST) }) : label));
      select.replaceChildren(make("option", { value: "" }, words[record ? "pick-none" : "pick-waiting"]), ...options);
      select.disabled = !record;
    }
    const chosen = parts.field.read();
    select.value = fields.some(({ field }) => field === chosen) ? chosen : "";
  }

  return { show };
}
