package fact

import (
	"strconv"
	"strings"
	"testing"
)

// yearsOf lists the years of a text: "7 total exact".
func yearsOf(s string) string {
	r := read(s)
	var out []string
	for i := range r.Facts {
		if f := &r.Facts[i]; f.Kind == Years {
			out = append(out, strconv.FormatFloat(f.Years, 'g', -1, 64)+" "+f.Scope.String()+" "+f.Bound.String())
		}
	}
	return strings.Join(out, " | ")
}

func TestYears(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// Ways to say a total
		{"Backend engineer with 7 years of experience.", "7 total exact"},
		{"Backend engineer with 9+ years in payments.", "9 total at_least"},
		{"Over 15 years of experience in Java.", "15 total over"},
		{"Java developer with more than twelve years of experience.", "12 total over"},
		{"Developer with 4.5 years of experience.", "4.5 total exact"},
		{"Developer with 18 months of experience.", "1.5 total exact"},
		{"Total IT experience 5 Years 6 Months", "5.5 total exact"},
		{"With close to 3 years of experience in the IT industry, I build APIs.", "3 total about"},
		{"Engineer with nearly a decade of backend experience.", "10 total about"},
		{"Two decades of experience in banking software.", "20 total exact"},
		{"Software engineer since 2016, mostly payments.", "10 total about"},
		{"Go developer with a 5-year career in logistics.", "5 total exact"},
		{"PHP developer, 7 yrs, Leeds", "7 total exact"},
		{"Backend dev | 10 YOE | Kafka, Go", "10 total exact"},
		{"Graduate engineer with a year at a bank.", "1 total exact"},
		{"Half a year of experience with Django.", "0.5 total exact"},
		{"SENIOR ENGINEER WITH 8 YEARS OF EXPERIENCE", "8 total exact"},
		{"Senior engineer, nine years, mostly Rust.", "9 total exact"},
		{"Senior engineer (8 years) at a grocer.", "8 total exact"},
		{"Backend developer, four years of TypeScript.", "4 total exact"},
		{"Six years on Python services.", "6 total exact"},
		{"Principal engineer, sixteen years on the JVM.", "16 total exact"},
		{"15+ years in software engineering.", "15 total at_least"},
		{"3+ years experience specializing in APIs.", "3 total at_least"},
		{"4+ of years experience in Java.", "4 total at_least"},
		{"Engineer with 5+ backend experience.", "5 total at_least"},
		{"A track record of 2 years managing Linux servers.", "2 total exact"},
		{"She has six years of hands-on experience.", "6 total exact"},
		{"I have 7+ years experience in programming.", "7 total at_least"},
		{"Backend engineer with over 9 years of enterprise and freelance experience.", "9 total over"},
		{"Developer with a year and a half of experience.", "1.5 total exact"},
		{"Engineer with two and a half years of experience.", "2.5 total exact"},
		{"One plus years of backend experience.", "1 total at_least"},
		{"Experience: 11 years", "11 total exact"},
		{"Engineer with 3–5 years of experience.", "3 total at_least"},
		{"I started programming a little over a year ago.", "1 total over"},
		{"I have been building payment systems for eight years.", "8 total exact"},
		{"Developer since March 2020.", "6.7 total exact"},
		{"Backend engineer with eight years’ experience.", "8 total exact"},
		{"Twenty-two years of experience in C++.", "22 total exact"},
		// Focus, employer, prior, internship
		{"Engineer with eleven years in payments and the last six in event-driven systems.", "11 total exact | 6 focus exact"},
		{"Staff engineer with twelve years in databases, five of them in Rust.", "12 total exact | 5 focus exact"},
		{"8 years of experience; last 4 on Kafka.", "8 total exact | 4 focus exact"},
		{"Five years on Python data services, the last two on ML infrastructure.", "5 total exact | 2 focus exact"},
		{"10 years of experience, including 3 years of Go.", "10 total exact | 3 focus exact"},
		{"Ten years of experience in Java, more than 20 years of experience in software.", "10 focus exact | 20 total over"},
		{"Software engineer since 2004, at Bosch since 2015.", "22 total about | 11 employment about"},
		{"Engineer with 9 years of experience, 3 years at Acme.", "9 total exact | 3 employment exact"},
		{"15+ years in software engineering. Since 2022 building services in Go.", "15 total at_least | 4 focus about"},
		{"After 5 years in consulting I now write Go.", "5 prior exact"},
		{"Backend developer after eleven years as a deck officer.", "11 prior exact"},
		{"Transitioning from 6 years as a teacher.", "6 prior exact"},
		{"Former nurse of eight years, now backend developer.", "8 prior exact"},
		{"Four years as a pastry chef before a bootcamp.", "4 prior exact"},
		{"Former teacher with seven years in classrooms and three years of Python.", "7 prior exact | 3 total exact"},
		{"Six years as a backend engineer.", "6 total exact"},
		{"Completed a 6-month internship at a bank.", "0.5 internship exact"},
		{"Worked as an intern (3 months internship) in Ghent.", "0.25 internship exact"},
		// None
		{"Moved 60,000 claims a week over five months.", ""},
		{"Oversold seats fell to none in eleven months.", ""},
		{"Shadow-ran it for ten weeks before the switch.", ""},
		{"Audits pass every year.", ""},
		{"Settles $400B a year.", ""},
		{"A cache that saves $1.9M a year.", ""},
		{"At a 12 years old company.", ""},
		{"A 30-year-old core banking system.", ""},
		{"Availability 99.98% over the past year.", ""},
		{"Wrote a 3-year roadmap for storage.", ""},
		{"Won a two-year contract with a telco.", ""},
		{"Author of a policy that the group has used since 2024.", ""},
		{"Weekly on-call since 2023.", ""},
		{"Linux has been my home system since 2017.", ""},
		{"Learned Go in a nine-month night course.", ""},
		{"Kept seven years of audit logs online.", ""},
		{"Keeps 10 years of history in cold storage.", ""},
		{"Deadlocks fell from 40 a month to none.", ""},
		{"Finished in under three years.", ""},
		{"The migration took 18 months.", ""},
		{"Share of incidents fell from 38% to 9% in eighteen months.", ""},
		{"Retired two years later.", ""},
		{"A degree over 3 years at Leeds.", ""},
		{"I have spent the last year learning Rust.", ""},
		{"Handles 90 million events a year.", ""},
	} {
		if got := yearsOf(c.in); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

func TestJobLinesAddUp(t *testing.T) {
	r := read("One year of staff engineer experience in law\nTwo years of senior engineer experience in consulting\nFour years of software engineer experience in banks")
	if r.Level.Years != 7 {
		t.Errorf("the lines of three jobs add up to %v, want 7", r.Level.Years)
	}
}
