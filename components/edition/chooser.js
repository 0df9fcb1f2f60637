// A browser keeps from a script how the tags of its first lines were written, and the file's bytes, unless it is handed them.
function bytewise() {
  const place = document.getElementById("verify")?.nextElementSibling;
  if (!place) return;
  const label = document.createElement("label"), input = document.createElement("input"), found = document.createElement("p");
  input.type = "file";
  input.accept = ".html,text/html";
  label.className = "bytewise";
  label.append("To have every byte of it checked, choose the file on your disk (it is sent nowhere):", input);
  found.setAttribute("role", "status");
  const empty = () => say({ how: "", words: "" }, found);
  input.addEventListener("click", () => {
    input.value = ""; // of the same file, changed meanwhile, a browser would not tell
    empty();
  });
  input.addEventListener("change", async () => {
    empty();
    const [chosen] = input.files;
    const words = chosen && (await ofChosen(chosen));
    if (words && input.files[0] === chosen) say(words, found);
  });
  place.after(label, found);
}

async function ofChosen(chosen) {
  const name = `“${chosen.name}”`;
  let file;
  try {
    file = taken(new Uint8Array(await chosen.arrayBuffer()));
  } catch {
    return { how: "unknown", words: `${name} cannot be read.` };
  }
  if (!file.seal && !file.blocks.has("#parts")) return { how: "unknown", words: `${name} is no edition: no seal stands in it.` };
  const told = await judged(file, name);
  if (told.how !== "sound") return told;
  const other = file.seal === READ.seal ? "" : " It is another edition than the one open here.";
  return { ...told, words: `${told.words}${other} Its seal: sha256:${file.seal}` };
}

