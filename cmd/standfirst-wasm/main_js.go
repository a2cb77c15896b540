//go:build js

package main

import (
	"syscall/js"

	"github.com/standfirst/standfirst"
)

func main() {
	js.Global().Set("standfirst", map[string]any{
		"version": standfirst.Version,
		"rubric":  standfirst.Rubric,
		"check": js.FuncOf(func(_ js.Value, args []js.Value) any {
			summary, options := "", ""
			if len(args) > 0 && args[0].Type() == js.TypeString {
				summary = args[0].String()
			}
			if len(args) > 1 && args[1].Type() == js.TypeString {
				options = args[1].String()
			}
			return check(summary, options)
		}),
	})
	// A page that waits for the engine is told.
	if ready := js.Global().Get("standfirstReady"); ready.Type() == js.TypeFunction {
		ready.Invoke()
	}
	select {}
}
