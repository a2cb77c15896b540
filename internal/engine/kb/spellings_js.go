package kb

// The browser's build takes no packs, so that it need not carry the spellings.
const spellings = ""
