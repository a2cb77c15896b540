package fact

import (
	"strings"
	"testing"
)

func TestOwnership(t *testing.T) {
	var r Reading
	for _, c := range []struct{ text, want string }{
		{"I own the permit service.", "own"},
		{"Designed and built the ledger.", "design build"},
		{"I run the metering pipeline and mentor two juniors.", "run mentor"},
		{"We've sharded the store by tenant.", "shard"},
		{"Wrote the standard, argued down a rewrite, and coached four seniors.", "write the standard argue down coach"},
		{"Argued a rewrite down in favour of a cache.", "argue down"},
		{"Author of the error-budget policy.", "author"},
		{"Chair of the resilience council and owner of its charter.", "chair own"},
		{"Currently leading the move to two regions.", "lead"},
		{"Leads the ledger squad and mentors two juniors.", "lead mentor"},
		{"Backend engineer who built the seat map.", "build"},
		{"Cut p99 from 90 to 30 ms; migrated 40 services.", "cut migrate"},
		{"My team shipped the new checkout.", "ship"},
		{"Technical lead of the write-ahead-log rewrite.", "lead"},
		{"Re-sharded the store in five weekends.", "shard"},

		// Somebody or something else does it, or nobody does.
		{"The gateway is built by another team.", ""},
		{"Lead engineer at a lender.", ""},
		{"The build takes four minutes.", ""},
		{"Design documents are reviewed by others.", ""},
		{"Services built in Go and deployed on Kubernetes.", ""},
		{"A queue that serves 4K jobs a second.", ""},
		{"Skilled in designing, building and testing APIs.", ""},
		{"Experience building scalable systems.", ""},
		{"Helped the team with the ledger.", ""},
		{"Responsible for the billing API.", ""},
		{"Ability to design, build and ship.", ""},
		{"Looking to build a platform team.", ""},
		{"My API runs in 23 pharmacies and answers 1M lookups.", ""},
		{"Never shipped a mobile app.", ""},
		{"Proven expertise in Java.", ""},
		{"Event-driven services in Java.", ""},
		{"Runs on our own hardware.", ""},
		{"Promoted to senior in 2023.", ""},
		{"Set-top boxes and cut-off dates.", ""},
	} {
		readRows(t, &r, c.text)
		var got []string
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Kind == Ownership {
				got = append(got, r.Base.Verbs[f.Row].Verb)
				if r.Base.Verbs[f.Row].Family == "weak" {
					t.Errorf("%q: a weak verb owns", c.text)
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}
