//go:build !js

package main

import "os"

func main() {
	os.Stderr.WriteString("standfirst-wasm is the engine for the browser: build it with GOOS=js GOARCH=wasm, or take cmd/standfirst\n")
	os.Exit(2)
}
