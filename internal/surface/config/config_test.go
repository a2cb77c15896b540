package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
	"github.com/standfirst/standfirst/internal/engine/rule"
)

const full = `level = "senior"
as_of = 2026-11-23
fail_on = "warning"

[target]
role = "Engineer for AI coding assistants"

[rules]
filler = "off"
too-long = {severity = "warning", levels = ["senior", "staff"]}
hedge = {levels = ["mid"]}

[[suppress]]
rule = "layoff-disclosure"
reason = "Agreed with Ana."
file = "ana*.txt"

[[suppress]]
rule = "*"
fingerprint = "0123456789abcdef"
reason = "A product is called so."
`

func TestParse(t *testing.T) {
	c, err := Parse("standfirst.toml", []byte(full))
	if err != nil {
		t.Fatal(err)
	}
	if c.Level != kb.Senior || c.AsOf != 20261123 || c.FailOn != "warning" || !c.AITools {
		t.Errorf("read %+v", c)
	}
	if len(c.Rules) != 3 || c.Rules[0].Severity != rule.Off || c.Rules[0].Keep || !c.Rules[1].Keep || len(c.Rules[2].NotAt) != 3 || c.Rules[2].Severity != rule.Warning {
		t.Errorf("rules %+v", c.Rules)
	}
	for key, want := range map[string]string{"level": "standfirst.toml:1", "rules.too-long": "standfirst.toml:10", "suppress.1": "standfirst.toml:18", "nothing": ""} {
		if got := c.Origin(key); got != want {
			t.Errorf("%s stands at %q, want %q", key, got, want)
		}
	}
	if n := len(c.For("cohort/ana.txt")); n != 2 {
		t.Errorf("%d suppressions for ana.txt, want 2", n)
	}
	if n := len(c.For("cohort/ben.txt")); n != 1 {
		t.Errorf("%d suppressions for ben.txt, want 1", n)
	}
}

func TestParseErrors(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", "levle = \"senior\"", "c.toml:1:1: there is no setting levle"},
		{"syntax", "level = ", "c.toml:1:"},
		{"level", "\nlevel = \"boss\"", `c.toml:2: there is no level "boss"`},
		{"type", "level = 3", "c.toml:1:"},
		{"day", "as_of = \"soon\"", "c.toml:1: soon is no day"},
		{"fail_on", "fail_on = \"never\"", "suggestion, warning, error, revise or rework"},
		{"severity", "[rules]\nfiller = \"loud\"", `c.toml:2: there is no severity "loud"`},
		{"rule setting", "[rules]\nfiller = {weight = 3}", `no setting "weight"`},
		{"rule levels", "[rules]\nfiller = {levels = [\"boss\"]}", `no level "boss"`},
		{"no reason", "[[suppress]]\nrule = \"filler\"", "needs its reason"},
		{"no rule", "[[suppress]]\nreason = \"so\"", "names its rule"},
		{"everything", "[[suppress]]\nrule = \"*\"\nreason = \"so\"", "suppress everything"},
		{"pattern", "[[suppress]]\nrule = \"filler\"\nreason = \"so\"\nfile = \"[\"", "is no pattern"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("c.toml", []byte(tt.text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := Find(deep); got != "" {
		t.Skip("a standfirst.toml stands above the temporary folder: " + got)
	}
	want := filepath.Join(dir, FileName)
	if err := os.WriteFile(want, []byte("level = \"mid\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := Load("", deep)
	if err != nil || c.Level != kb.Mid {
		t.Fatalf("read %+v, %v", c, err)
	}
	if _, err := Load(filepath.Join(dir, "none.toml"), dir); err == nil || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("a missing file gave %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(full))
	f.Add([]byte("[rules]\nfiller = {severity = 3, levels = 4}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("c.toml", data)
		if (c == nil) == (err == nil) {
			t.Fatalf("config %v with error %v", c, err)
		}
	})
}
