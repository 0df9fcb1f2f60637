// Is a file what was sealed? Asked of what a browser has made of it, and of its own bytes where a reader hands them over.
const MOST_NAMED = 8;

// A page as a browser has read it, before a script changes anything. An edition has no end tags of its own.
function read(page) {
  const text = `<!doctype html>${page.documentElement.outerHTML}`.slice(0, -"</body></html>".length);
  return {
    bytes: new TextEncoder().encode(text),
    held: page.querySelector("noscript")?.textContent ?? "", // its characters, as no parser has touched them
    seal: page.querySelector('meta[name="barrelwatch:seal"]')?.content.replace("sha256:", "") ?? "",
    standard: page.compatMode === "CSS1Compat",
    blocks: new Map([...page.querySelectorAll("script[id], style[id]")].map((one) => [`#${one.id}`, one.textContent])),
  };
}

// The same of the bytes of a file: nothing of it is lost.
function taken(bytes) {
  const text = new TextDecoder().decode(bytes);
  const blocks = text.matchAll(/<(script|style)\b[^<>]*\bid="([\w-]+)"[^<>]*>(.*?)<\/\1/gs);
  return {
    bytes,
    held: /<noscript>(.*?)<\/noscript>/s.exec(text)?.[1] ?? "",
    seal: /barrelwatch:seal" content="sha256:([0-9a-f]{64})"/.exec(text)?.[1] ?? "",
    standard: true,
    blocks: new Map([...blocks].map(([, , id, words]) => [`#${id}`, words])),
  };
}

const sum = async (bytes) => {
  const made = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...made].map((one) => one.toString(16).padStart(2, "0")).join("");
};

// The sum of all of it, with zeros in the place of the seal's own digits, which stand in its first lines.
function whole({ bytes, seal }) {
  const zeroed = bytes.slice();
  const at = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).indexOf(`sha256:${seal}`);
  if (seal && at >= 0) zeroed.fill("0".charCodeAt(0), at + "sha256:".length, at + "sha256:".length + seal.length);
  return sum(zeroed);
}

function stretches(held) {
  const all = new Map(), begun = [];
  for (const mark of held.matchAll(/<!--part:([A-Za-z0-9._-]+)-->|<!--\/part-->/g)) {
    if (mark[1]) {
      begun.push([mark[1], mark.index + mark[0].length]);
    } else if (begun.length) {
      const [key, start] = begun.pop();
      all.set(key, held.slice(start, mark.index));
    }
  }
  return all;
}

// The names of parts that are not what was sealed, and how many texts and quotes there are.
async function parts({ held, blocks }) {
  const all = new Map([...stretches(held), ...blocks]), texts = new Map(), wrong = [];
  let listed = [], quotes = 0, stored = 0;
  try {
    listed = [...JSON.parse(all.get("#parts"))];
  } catch {
    wrong.push("The list of its parts");
  }
  for (const part of listed) {
    let piece = all.get(part?.key) ?? "";
    if (part?.text) {
      // Within a body: a parser drops the blanks in front of one.
      const letters = () => [...new DOMParser().parseFromString(`<body>${piece}`, "text/html").body.textContent];
      if (!texts.has(part.key)) texts.set(part.key, letters());
      piece = texts.get(part.key).slice(part.start ?? 0, part.end).join("");
      if (part.start === undefined) stored += 1;
      else quotes += 1;
    }
    if ((await sum(new TextEncoder().encode(piece))) !== part?.sha256) wrong.push(part?.name ?? "The list of its parts");
  }
  const many = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;
  return { wrong, counted: `${many(stored, "text")} and ${many(quotes, "quote")}` };
}

// What became of a file: "sound", "changed" or "unknown", and the same in words; `name` of one that was handed over.
async function judged(file, name = "") {
  if (!globalThis.crypto?.subtle) {
    const words = "Not checked: a browser checks a file opened from a disk or over https. verify.py does it anywhere.";
    return { how: "unknown", words };
  }
  const fits = file.standard && (await whole(file)) === file.seal;
  const { wrong, counted } = await parts(file);
  if (fits) {
    const begun = name ? `✓ Checked byte for byte: ${name}` : "✓ Checked by your browser: this file";
    return { how: "sound", words: `${begun} is as it was sealed, with its ${counted}.` };
  }
  const begun = `✗ ${name || "This file"}`;
  if (wrong.length) {
    const more = wrong.length > MOST_NAMED ? ` and ${wrong.length - MOST_NAMED} more` : "";
    const named = wrong.slice(0, MOST_NAMED).join("; ");
    return { how: "changed", words: `${begun} was changed after it was sealed: ${named}${more}.` };
  }
  const why = `Something outside its pages was changed${name ? "" : ", or an extension of your browser has added to it"}`;
  return { how: "changed", words: `${begun} is not as it was sealed, though its pages, ${counted} are. ${why}; verify.py tells.` };
}
