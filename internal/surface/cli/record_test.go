package cli

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

func TestParseRecord(t *testing.T) {
	for _, tt := range []struct {
		line string
		want record
	}{
		{`{"id":"a","text":"x"}`, record{id: "a", text: "x", hasText: true}},
		{` { "text" : "x\ny \"q\" \u00e9 \ud83d\ude80 \/" , "id" : 17 , "level":"senior"} `, record{id: "17", text: "x\ny \"q\" é 🚀 /", level: kb.Senior, hasText: true}},
		{`{"text":"","meta":{"a":[1,-2.5e+3,true,null,{"b":"]"}],"c":{}},"list":[]}`, record{hasText: true}},
		{`{"id":null,"level":null,"text":"\ud800x"}`, record{text: "\uFFFDx", hasText: true}},
		{`{"text":"first","text":"last"}`, record{text: "last", hasText: true}},
	} {
		got, err := parseRecord([]byte(tt.line))
		if err != nil || got != tt.want {
			t.Errorf("%s\n got %+v, %v\nwant %+v", tt.line, got, err, tt.want)
		}
	}
}

func TestParseRecordErrors(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{``, "no JSON object"},
		{`[]`, "(column 1)"},
		{`{}`, `there is no "text"`},
		{`{"id":"a"}`, `there is no "text"`},
		{`{"text":3}`, `"text" must be a string (column 9)`},
		{`{"text":"x"`, "a comma or the end"},
		{`{"text":"x"} x`, "more on the line"},
		{`{"text":"x`, "does not end"},
		{`{"text":"x\q"}`, "no such escape"},
		{`{"text":"x\u12"}`, "hexadecimal"},
		{"{\"text\":\"a\tb\"}", "must be escaped"},
		{`{"text":"x","level":"boss"}`, `no level "boss"`},
		{`{"text":"x","id":[]}`, `"id" must be`},
		{`{"text":"x","n":01}`, "a value is expected"},
		{`{"text":"x","n":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`, "nested too deeply"},
		{`{text:"x"}`, "quotation marks"},
	} {
		if _, err := parseRecord([]byte(tt.line)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.line, err, tt.want)
		}
	}
}

// What the standard library takes is taken, with the same text, and what it refuses is refused.
func FuzzParseRecord(f *testing.F) {
	for _, s := range []string{`{"id":"a","text":"x"}`, `{"text":"\ud83d\ude80","x":[1,2,{"a":null}]}`, `{"text":"a","level":"mid"}`, `{"text":1e5}`, `{`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		got, err := parseRecord(line)
		var want map[string]json.RawMessage
		std := json.Unmarshal(line, &want)
		if err == nil && std != nil && utf8.Valid(line) {
			t.Fatalf("took %q, which is no JSON: %v", line, std)
		}
		if err != nil || std != nil || !utf8.Valid(line) {
			return
		}
		var text string
		if json.Unmarshal(want["text"], &text) == nil && text != got.text {
			t.Fatalf("read %q as %q, want %q", line, got.text, text)
		}
	})
}
