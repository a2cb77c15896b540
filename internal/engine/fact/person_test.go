package fact

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// kindOf lists the texts of the facts of one kind.
func kindOf(s string, k Kind) string {
	r := read(s)
	var out []string
	for i := range r.Facts {
		if r.Facts[i].Kind == k {
			out = append(out, r.Text(&r.Facts[i]))
		}
	}
	return strings.Join(out, " | ")
}

func TestOrgs(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Rebuilt checkout on a 600-engineer e-commerce platform.", "600-engineer e-commerce platform 600 e-commerce"},
		{"Ledger lead at a 2,100-person card issuer.", "2,100-person card issuer 2100 payments"},
		{"A year at a 40-person parking start-up.", "40-person parking start-up 40 transport"},
		{"Senior engineer with a grocery chain of 1,400 stores.", "grocery chain 0 retail"},
		{"Works in a team of 5.", "team of 5 5 team"},
		{"Director of an organisation of 20 teams and 90+ engineers.", "organisation of 20 teams and 90+ engineers 90 organisation"},
		{"Chair at a 3,000-engineer travel group.", "3,000-engineer travel group 3000 travel"},
		{"First engineer of a start-up of 12.", "start-up of 12 12 start-up"},
		{"Team lead (group of 3-7 people) in Minsk.", "group of 3-7 people 7 group"},
		{"Led a team of six backend developers.", "team of six backend developers 6 team"},
		{"On call for a 25-strong platform team.", "25-strong platform team 25 team"},
		{"Engineer at a mapping company.", "mapping company 0 maps"},
		{"Built dispatch for an airline.", "airline 0 aviation"},
		{"Runs on a cluster of 12 nodes.", ""},
		{"A group of 14 services shares one queue.", ""},
		{"Moved to a message broker with 3 topics.", ""},
		{"Mentored four engineers.", ""},
		{"Looking for a company that ships.", ""},
		{"Grew it from 5 to 38 engineers.", ""},
		{"Serves 900 companies.", ""},
	} {
		r := read(c.in)
		var out []string
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Kind == Org {
				d := ""
				if f.Domain >= 0 {
					d = " " + r.Base.Domains[f.Domain].ID
				}
				out = append(out, r.Text(f)+" "+strconv.Itoa(int(f.Size))+d)
			}
		}
		if got := strings.Join(out, " | "); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestBackgrounds(t *testing.T) {
	for _, c := range []struct {
		kind     Kind
		in, want string
	}{
		{Education, "Go developer (BSc, 2024) in Turku.", "BSc, 2024"},
		{Education, "Holds a B.Tech in Mechanical Engineering and writes Go.", "B.Tech in Mechanical Engineering"},
		{Education, "Finishing an MS in Software Engineering (May 2026).", "MS in Software Engineering (May 2026)"},
		{Education, "Backend developer after a nine-month night course.", "night course"},
		{Education, "Coding since a bootcamp in 2023.", "bootcamp"},
		{Education, "Informatics student graduating in June 2027.", "student | graduating in June 2027"},
		{Education, "Self-taught, with a live shop.", "Self-taught"},
		{Education, "Computer science graduate with one live API.", "Computer science graduate"},
		{Education, "Master's degree in Computer Science from ETH Zurich.", "Master's degree in Computer Science from ETH Zurich"},
		{Education, "PhD in physics, now on query planners.", "PhD in physics"},
		{Education, "Scrum master for two teams.", ""},
		{Education, "Promoted the replica to master of the shard.", ""},
		{Education, "No CS degree, no bootcamp.", ""},
		{Education, "Cut costs to a degree that paid for the rewrite.", ""},
		{Project, "My stock-alert API (FastAPI, Postgres) runs in 23 shops.", "My stock-alert API"},
		{Project, "Wrote a bus tracker as a side project.", "side project"},
		{Project, "Built an open-source orchestrator for print farms.", "open-source orchestrator"},
		{Project, "Capstone project with 400 users.", "Capstone project"},
		{Project, "My team runs the gateway.", ""},
		{Project, "Moved the project to Go.", ""},
		{Contribution, "17 pull requests merged into an HL7 parser.", "17 pull requests merged into an HL7 parser"},
		{Contribution, "60+ merged PRs last year.", "60+ merged PRs"},
		{Contribution, "Contributor to CNCF projects.", "Contributor to CNCF projects"},
		{Contribution, "Twelve patches accepted upstream into Redis.", "Twelve patches accepted upstream into Redis"},
		{Contribution, "Reviews 300 PRs a year.", ""},
		{Contribution, "Want to contribute to your organization.", ""},
	} {
		if got := kindOf(c.in, c.kind); got != c.want {
			t.Errorf("%s of %q\n got %q\nwant %q", c.kind, c.in, got, c.want)
		}
	}
}

func TestClosing(t *testing.T) {
	const before = "Backend engineer with six years in parcels. Moved routing to Go and cut p99 to 80 ms. "
	for _, c := range []struct{ in, want string }{
		{before + "Looking for a team that owns its pager.", "Looking for a team that owns its pager"},
		{before + "Seeking a principal role where latency is money.", "Seeking a principal role where latency is money"},
		{before + "Open to staff roles in energy.", "Open to staff roles in energy"},
		{before + "Next, a storage team.", "Next, a storage team"},
		{before + "Next: a product with hard deadlines.", "Next: a product with hard deadlines"},
		{before + "I want a backend team that writes things down.", "I want a backend team that writes things down"},
		{before + "I'd like the next rewrite to be the last.", "I'd like the next rewrite to be the last"},
		{before + "Interested in teams that test their backups.", "Interested in teams that test their backups"},
		{before + "Hoping to join a group with real users.", "Hoping to join a group with real users"},
		{before + "I want to keep building ledgers.", "I want to keep building ledgers"},
		{before + "Available for contracts from March.", "Available for contracts from March"},
		{before + "On call weekly; looking for a smaller fleet.", "looking for a smaller fleet"},
		{"Seeking a role where I can grow.", ""},
		{"Looking for a backend job. I know Java and Spring and I learn fast.", ""},
		{before + "Wrote the runbook for failover.", ""},
		{before + "The cache looks for the next key in the index.", ""},
		{before + "I like Postgres.", ""},
	} {
		if got := kindOf(c.in, Closing); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestLevel(t *testing.T) {
	for _, c := range []struct {
		in   string
		want kb.Level
	}{
		{"Backend engineer with 1 year of experience.", kb.Entry},
		{"Backend engineer with 3 years of experience.", kb.Mid},
		{"Backend engineer with 5+ years of experience.", kb.Mid},
		{"Backend engineer with 6 years of experience.", kb.Senior},
		{"Backend engineer with 30 years of experience.", kb.Senior},
		{"Senior engineer with 3 years of experience.", kb.Senior},
		{"Staff engineer with 7 years of experience.", kb.Staff},
		{"Junior developer with 8 years of experience.", kb.Entry},
		{"Software engineer.", kb.Unknown},
		{"I like computers.", kb.Unknown},
		{"Computer science student.", kb.Entry},
		{"Self-taught backend developer with nine years of experience.", kb.Senior},
		{"Self-taught backend developer.", kb.Entry},
		{"Former nurse, now backend developer after a bootcamp.", kb.Entry},
		{"Backend developer after eleven years as a deck officer.", kb.Entry},
		{"Go developer with two internships.", kb.Entry},
		{"Enterprise architect at a ministry.", kb.Staff},
		{"Backend developer, 7 months of experience.", kb.Entry},
		{"Senior engineer, then architect, now principal engineer.", kb.Staff},
	} {
		if r := read(c.in); r.Level.Verdict != c.want {
			t.Errorf("%q: %s, want %s", c.in, r.Level.Verdict, c.want)
		}
	}
}

func TestSpecialty(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Java developer. Also Python scripts.", "java"},
		{"Senior .NET engineer on SQL Server.", "dotnet"},
		{"Backend engineer, mostly Go, some Python.", "go"},
		{"Distributed systems engineer. Wrote a log in Rust.", "distributed"},
		{"Backend engineer with nine years in event-driven systems. Ran the ledger at a bank for its payments. On call weekly. Java 21, Kafka, Postgres.", "distributed"},
		{"Backend developer. TypeScript, Fastify, Postgres.", "node"},
		{"Data engineer on Spark.", "data"},
		{"Backend engineer who likes tests.", "other"},
		{"Kotlin engineer on Ktor.", "kotlin"},
		{"Backend engineer. Specialized in PHP, Laravel and MySQL.", "php"},
	} {
		if r := read(c.in); r.Specialty.ID != c.want {
			t.Errorf("%q: %s %v, want %s", c.in, r.Specialty.ID, r.Specialty.Also, c.want)
		}
	}
}

// What one reader has claimed is no metric of another.
func TestClaimedIsNoMetric(t *testing.T) {
	for _, s := range []string{"Go developer with 7 years of experience at a 900-person insurer.", "Led a team of 6 and merged 17 pull requests into Cilium.", "Software engineer since 2016, five of them in Rust.", "60+ merged PRs last year.", "Director of an organisation of 20 teams and 90+ engineers."} {
		r := read(s)
		for i := range r.Facts {
			f := &r.Facts[i]
			if f.Kind != Metric {
				continue
			}
			for k := range r.Facts {
				if g := &r.Facts[k]; slices.Contains([]Kind{Years, Org, Contribution}, g.Kind) && g.First <= f.First && f.Last <= g.Last {
					t.Errorf("%q: %q is a metric and %s", s, r.Text(f), g.Kind)
				}
			}
		}
	}
}

func TestPersonAllocatesNothing(t *testing.T) {
	rd, r := Reader{Base: kb.Default()}, Reading{}
	s := "Senior Go engineer with nine years of experience, the last four at a 900-person insurer (BSc, 2015). 17 pull requests merged into Cilium. Looking for a team that owns its pager."
	rd.Read(&r, s, asOfTests)
	if n := testing.AllocsPerRun(50, func() { rd.Read(&r, s, asOfTests) }); n > 0 {
		t.Errorf("%v allocations a reading, want none", n)
	}
}

func FuzzPerson(f *testing.F) {
	for _, s := range []string{"Senior Go engineer, 9+ years, since 2016.", "team of 5 (group of 3-7 people)", "a year and a half", "MS in (May 2026)", "Head of", "• \n• 5 years", "12 years' experience & a B.Sc.", "1e9 years over under", "Next:"} {
		f.Add(s)
	}
	rd := Reader{Base: kb.Default()}
	f.Fuzz(func(t *testing.T, s string) {
		var r Reading
		rd.Read(&r, s, asOfTests)
		for i := range r.Facts {
			x := &r.Facts[i]
			if x.First < 0 || x.Last <= x.First || int(x.Last) > len(r.Doc.Tokens) || x.Span.Start < 0 || x.Span.End > len(s) || x.Span.End <= x.Span.Start {
				t.Fatalf("%q: fact %+v", s, *x)
			}
		}
	})
}

func BenchmarkPerson(b *testing.B) {
	rd, r := Reader{Base: kb.Default()}, Reading{}
	s := strings.Repeat("Senior Go engineer with nine years of experience, the last four at a 900-person insurer. Cut p99 from 820ms to 510ms at 28K RPS on Kafka. ", 5)
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		rd.Read(&r, s, asOfTests)
	}
}
