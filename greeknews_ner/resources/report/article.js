"use strict";
const marks = [...document.querySelectorAll("mark")];
// A type that is switched off keeps its words and loses its colour.
for (const box of document.querySelectorAll(".legend input")) {
  box.addEventListener("change", () => {
    for (const mark of marks) {
      if (mark.dataset.type !== box.value) continue;
      mark.style.background = box.checked ? "" : "none";
      mark.style.boxShadow = box.checked ? "" : "none";
      mark.querySelector(".tag").hidden = !box.checked;
    }
  });
}
const light = (id, on) => {
  for (const mark of marks) if (id && mark.dataset.entity === id) mark.classList.toggle("lit", on);
};
for (const row of document.querySelectorAll("[data-row]")) {
  row.addEventListener("mouseenter", () => light(row.dataset.row, true));
  row.addEventListener("mouseleave", () => light(row.dataset.row, false));
}
// A tip that would leave the window opens to the left.
for (const mark of marks) {
  const place = () => {
    const tip = mark.querySelector(".tip");
    tip.classList.remove("left");
    if (tip.getBoundingClientRect().right > document.documentElement.clientWidth - 8) tip.classList.add("left");
  };
  mark.addEventListener("mouseenter", place);
  mark.addEventListener("focus", place);
  mark.addEventListener("mouseenter", () => light(mark.dataset.entity, true));
  mark.addEventListener("mouseleave", () => light(mark.dataset.entity, false));
}
