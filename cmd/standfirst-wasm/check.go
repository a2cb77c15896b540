// Command standfirst-wasm is the engine for the browser.
//
// Loaded beside Go's wasm_exec.js it sets a global object:
//
//	standfirst.check(text, optionsJSON)  the report as a JSON string, standfirst/report@1; or standfirst/error@1
//	standfirst.version, standfirst.rubric
//
// and calls standfirstReady(), where the page has set it. The options are a JSON object, all of it optional:
//
//	{"as_of": "2026-11-23", "level": "senior", "ai_tools": false, "id": "…", "name": "cv.md",
//	 "rules": {"filler": "off"}, "suppressions": [{"rule": "…", "fingerprint": "…", "reason": "…"}]}
//
// Offsets in the report are bytes of UTF-8, as everywhere; a page that works in UTF-16 converts them from report.text.
package main

import (
	"sync"

	"github.com/standfirst/standfirst"
	"github.com/standfirst/standfirst/internal/engine/report"
)

// limit keeps a pasted book from freezing the page; it is many times the longest summary.
const limit = 32 << 10

var plain = sync.OnceValue(func() *standfirst.Engine {
	e, _ := standfirst.New() // only options can fail
	return e
})

var buffer []byte // of the last report; the page calls one check at a time

// check is what the page calls: a report, or an error, as JSON.
func check(summary, options string) string {
	o, err := readOptions(options)
	if err != "" {
		return fail(o.id, "invalid_input", err)
	}
	if len(summary) > limit {
		return fail(o.id, "too_large", "the text is larger than 32 KB; check the summary alone")
	}
	engine := plain()
	if len(o.engine) > 0 {
		e, err := standfirst.New(o.engine...)
		if err != nil {
			return fail(o.id, "invalid_input", err.Error())
		}
		engine = e
	}
	buffer = standfirst.AppendJSON(buffer[:0], engine.Check(summary, o.check...))
	return string(buffer)
}

func fail(id, code, message string) string {
	return string(report.AppendError(nil, &report.Error{ID: id, Code: code, Message: message}))
}
