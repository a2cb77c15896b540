package config

import (
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// lines finds the line of every key of a file that was decoded before. The tables of an array are numbered: "suppress.0".
func lines(data []byte) map[string]int {
	out := map[string]int{}
	p := &unstable.Parser{}
	p.Reset(data)
	prefix := ""
	seen := map[string]int{}
	for p.NextExpression() {
		e := p.Expression()
		key, line := keyOf(p, e)
		switch e.Kind {
		case unstable.Table:
			prefix = key + "."
		case unstable.ArrayTable:
			key += "." + strconv.Itoa(seen[key])
			seen[key[:strings.LastIndexByte(key, '.')]]++
			prefix = key + "."
		case unstable.KeyValue:
			key = prefix + key
		default:
			continue
		}
		out[key] = line
	}
	return out
}

func keyOf(p *unstable.Parser, e *unstable.Node) (string, int) {
	var parts []string
	line := 0
	for it := e.Key(); it.Next(); {
		n := it.Node()
		if line == 0 {
			line = p.Shape(n.Raw).Start.Line
		}
		parts = append(parts, string(n.Data))
	}
	return strings.Join(parts, "."), line
}
