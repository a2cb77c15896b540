// Package pages holds the pages of the rules, so that standfirst explain can show them.
package pages

import "embed"

// FS holds one page a rule, by its id, and README.md.
//
//go:embed *.md
var FS embed.FS
