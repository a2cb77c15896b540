//go:build race

package engine

// The race detector allocates for itself.
const raced = true
