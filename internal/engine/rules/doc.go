// Package rules holds the rules, one file each, with one txtar of firing and silent lines each under testdata.
//
// To add a rule, write the two files and run go generate ./internal/engine/rules: the list in list_gen.go and the pages
// under docs/rules follow.
package rules

//go:generate go run github.com/standfirst/standfirst/internal/tool/rulegen -dir . -out list_gen.go
//go:generate go run github.com/standfirst/standfirst/internal/tool/ruledocs -tests testdata -data ../kb/data -out ../../../docs/rules
