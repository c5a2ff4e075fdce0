
// Many rows are not laid out before page.js has taken them out of the page.
document.documentElement.classList.add("wait");
addEventListener("load", () => document.documentElement.classList.remove("wait"));
