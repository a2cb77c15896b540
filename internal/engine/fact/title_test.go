package fact

import (
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

func read(s string) *Reading {
	rd, r := Reader{Base: kb.Default()}, &Reading{}
	rd.Read(r, s, asOfTests)
	return r
}

// titlesOf lists the titles of a text with their levels: "senior engineer=senior".
func titlesOf(s string) string {
	r := read(s)
	var out []string
	for i := range r.Facts {
		if f := &r.Facts[i]; f.Kind == Title {
			t := strings.ToLower(r.Text(f))
			if f.Level != kb.Unknown {
				t += "=" + f.Level.String()
			}
			out = append(out, t)
		}
	}
	return strings.Join(out, " | ")
}

func TestTitles(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// Plain titles
		{"Backend engineer with six years in logistics.", "backend engineer"},
		{"Backend Engineer at a parcel carrier.", "backend engineer"},
		{"I'm a software developer in Graz.", "software developer"},
		{"I am a Java developer.", "java developer"},
		{"Zuzana is a platform engineer for shops.", "platform engineer"},
		{"SENIOR BACKEND ENGINEER | 9 YEARS", "senior backend engineer=senior"},
		{"senior go engineer, lisbon", "senior go engineer=senior"},
		{"Sr. Python engineer with a taste for queues.", "sr. python engineer=senior"},
		{"Sr Software Engineer. Ran the ledger.", "sr software engineer=senior"},
		{"Snr backend developer", "snr backend developer=senior"},
		{"Staff engineer for storage.", "staff engineer=staff"},
		{"Senior staff software engineer, networks.", "senior staff software engineer=staff"},
		{"Principal engineer at a bank.", "principal engineer=staff"},
		{"Distinguished engineer, databases", "distinguished engineer=staff"},
		{"Lead backend engineer on billing.", "lead backend engineer=senior"},
		{"Tech lead of the payments team.", "tech lead=senior"},
		{"CTO of a five-person start-up.", "cto=staff"},
		{"Head of platform engineering at an insurer.", "head of platform engineering=staff"},
		{"Director of engineering, 40 people.", "director of engineering=staff"},
		{"Junior developer on the search team.", "junior developer=entry"},
		{"Jr. Backend Developer", "jr. backend developer=entry"},
		{"Graduate software engineer in Cork.", "graduate software engineer=entry"},
		{"Software engineering intern, summer 2026.", "software engineering intern=entry"},
		{"Backend developer intern at a bank", "backend developer intern=entry"},
		{"Trainee developer in a hospital.", "trainee developer=entry"},
		{"Software Engineer II at a retailer.", "software engineer ii=mid"},
		{"Software engineer III, 7 years", "software engineer iii=senior"},
		{"Mid-level backend developer", "mid-level backend developer=mid"},
		{"Software Engineer (L5) on ads.", "software engineer (l5)=senior"},
		{"Backend engineer at L7-equivalent, fifteen years.", "backend engineer=staff"},
		// Technologies and fields in front
		{"Kotlin/Java developer with five years.", "kotlin/java developer"},
		{"C++ and Rust engineer in Brno.", "c++ and rust engineer"},
		{"Django developer for charities.", "django developer"},
		{"Senior .NET engineer (8 years)", "senior .net engineer=senior"},
		{"Node.js backend developer", "node.js backend developer"},
		{"Distributed systems engineer.", "distributed systems engineer"},
		{"Senior lending engineer at a credit union.", "senior lending engineer=senior"},
		{"Backend & distributed systems engineer", "backend & distributed systems engineer"},
		{"Full-stack Ruby on Rails developer.", "full-stack ruby on rails developer"},
		{"Senior data platform engineer", "senior data platform engineer=senior"},
		{"Results-driven software developer", "software developer"},
		{"Experienced site reliability engineer", "site reliability engineer"},
		// Anchors
		{"Computer science graduate who runs a transit API.", "computer science graduate=entry"},
		{"Final-year student of informatics.", "final-year student=entry"},
		{"Bootcamp graduate with a live shop.", "bootcamp graduate=entry"},
		{"Self-taught backend developer.", "self-taught backend developer"},
		{"I'm a sophomore at Reed College and write Go.", "sophomore at reed college=entry"},
		// Careers and context
		{"Former chef, now backend developer.", "backend developer"},
		{"Developer since 2010: senior engineer, then architect, now principal engineer.", "developer | senior engineer=senior | architect | principal engineer=staff"},
		{"CTO and co-founder of a ticket shop.", "cto and co-founder=staff"},
		{"Promoted from junior developer to tech lead in three years.", "junior developer=entry | tech lead=senior"},
		{"Worked as a senior developer at a telco.", "senior developer=senior"},
		{"• Backend developer\n• Ran on-call", "backend developer"},
		{"Chair of the review board at a broker.", "chair=staff"},
		{"Two years of senior engineer experience.", "senior engineer=senior"},
		// None
		{"Mentored junior developers and two interns.", ""},
		{"Cut lead time from nine days to two.", ""},
		{"A hospital with a staff of 40.", ""},
		{"Computes interest on the principal amount.", ""},
		{"Wrote support for engineers on call.", ""},
		{"Grew the group from 5 to 38 engineers.", ""},
		{"Interested in software architecture.", ""},
		{"Worked with senior engineers on Kafka.", ""},
		{"Reported every outage while reporting to the CTO.", ""},
		{"Every software engineer in the firm reads it.", ""},
		{"Seeking a senior backend engineer role.", ""},
		{"Hoping to become a software architect.", ""},
		{"I want to be hired as a staff engineer.", ""},
		{"Mentored a junior developer.", ""},
		{"AWS Certified Solutions Architect.", ""},
		{"Built a developer portal for a bank.", ""},
		{"Paired with a staff engineer on sharding.", ""},
		{"Asked our tech lead for a review.", ""},
		{"I engineer systems that stay up.", ""},
		{"Ran student records for 90 schools.", ""},
		{"Removed head-of-line blocking in the proxy.", ""},
		{"Rotated every service principal.", ""},
		{"Five years in backend development.", ""},
		{"A tool used by an architect's office.", ""},
		{"Excellent team player as well as a team leader.", ""},
		{"Guided hundreds on the way from beginner to professional.", ""},
		{"A course that takes people from graduate to engineer.", ""},
	} {
		if got := titlesOf(c.in); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestOwnTitle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Senior engineer, then architect, then director of data, now principal engineer.", "principal engineer"},
		{"Former junior developer, currently a senior backend engineer.", "senior backend engineer"},
		{"Backend engineer at Orsted. Before that an intern.", "Backend engineer"},
		{"Staff engineer with ten years. Technical lead of the mail rewrite.", "Staff engineer"},
		{"Go developer, previously a support engineer.", "Go developer"},
	} {
		r := read(c.in)
		got := ""
		if i := r.OwnTitle(); i >= 0 {
			got = r.Text(&r.Facts[i])
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}
