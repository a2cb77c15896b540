package read

import "strings"

// summaryHeadings open a summary, best first.
var summaryHeadings = []string{"summary", "professional summary", "executive summary", "career summary", "profile summary", "summary of qualifications",
	"profile", "professional profile", "personal profile", "about me", "about", "personal statement", "professional statement", "objective", "career objective",
	"introduction", "overview", "who i am", "bio"}

// otherHeadings open the other sections of a résumé.
var otherHeadings = []string{"experience", "work experience", "professional experience", "employment", "employment history", "work history", "career history",
	"relevant experience", "education", "academic background", "skills", "technical skills", "core skills", "key skills", "core competencies", "technologies",
	"tech stack", "projects", "personal projects", "selected projects", "side projects", "publications", "certifications", "certificates", "licenses & certifications",
	"awards", "honors", "honours", "achievements", "accomplishments", "languages", "interests", "hobbies", "references", "volunteering", "volunteer experience",
	"open source", "contact", "contact information", "links", "training", "courses", "talks", "leadership", "additional information", "qualifications", "patents"}

func headingKey(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "#*_=-:–—|• \t")
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

// headingRank is the place of a heading among those that open a summary, or -1.
func headingRank(key string) int {
	for i, h := range summaryHeadings {
		if key == h {
			return i
		}
	}
	return -1
}

func isHeading(key string) bool {
	if headingRank(key) >= 0 {
		return true
	}
	for _, h := range otherHeadings {
		if key == h {
			return true
		}
	}
	return false
}
