package kb

import (
	_ "embed"
	"sync"
)

//go:generate go run github.com/standfirst/standfirst/internal/tool/kbgen -data data -out kb.blob -spellings spellings.blob

//go:embed kb.blob
var blob string

// Default is the base compiled into the program. It is read once, at the first call.
var Default = sync.OnceValue(func() *Base {
	b, ok := Decode(blob, spellings)
	if !ok {
		panic("kb: the embedded blob was not written by this version; run go generate ./...")
	}
	return b
})
