package cli

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// key is how names are compared: lower case, with one space for every run of spaces, hyphens and underscores.
func key(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '_' }), " ")
}

// nearest lists up to n of the names that a person may have meant: those that hold the words, then those a few edits away.
func nearest(want string, names []string, n int) []string {
	want = key(want)
	type near struct {
		name string
		far  int
	}
	var found []near
	seen := map[string]bool{}
	for _, name := range names {
		k := key(name)
		if seen[k] {
			continue
		}
		far := -1
		switch {
		case strings.HasPrefix(k, want) && want != "":
			far = 0
		case len(want) > 2 && strings.Contains(k, want):
			far = 1
		default:
			if d := edits(want, k); d <= 1+utf8.RuneCountInString(want)/4 {
				far = 1 + d
			}
		}
		if far >= 0 {
			seen[k] = true
			found = append(found, near{name, far})
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].far != found[j].far {
			return found[i].far < found[j].far
		}
		return found[i].name < found[j].name
	})
	var out []string
	for i := 0; i < len(found) && i < n; i++ {
		out = append(out, found[i].name)
	}
	return out
}

// edits is the number of letters to insert, drop or exchange between two strings.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		corner := row[0]
		row[0] = i + 1
		for j := range y {
			cost := corner
			if x[i] != y[j] {
				cost++
			}
			corner = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}

// orMeant ends a message with the names that may have been meant, or with where they are listed.
func orMeant(near []string, listed string) string {
	if len(near) == 0 {
		return "; " + listed
	}
	return "; did you mean " + orList(near) + "?"
}

func orList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
