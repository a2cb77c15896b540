package fact

import "testing"

func TestOutcomes(t *testing.T) {
	var r Reading
	for _, c := range []struct{ text, want string }{
		{"Moved billing to Postgres with zero customer-visible regressions.", "zero customer-visible regressions"},
		{"Eliminated three classes of cache-stampede incidents.", "Eliminated three classes of cache-stampede incidents"},
		{"Moved 90,000 policies a week over a year with no lost policy.", "no lost policy"},
		{"Grew the topic to 96 partitions without a freeze.", "without a freeze"},
		{"Failed over twice in production, no sale stopped.", "no sale stopped"},
		{"The rollback was rehearsed and never needed.", "The rollback was rehearsed and never needed"},
		{"Rebuilt the ledger: every invoice reproducible from the log.", "every invoice reproducible from the log"},
		{"Put an outbox in front of the broker and lost no event since.", "lost no event since"},
		{"A bulkhead per shop, so that one slow shop cannot stall the others.", "one slow shop cannot stall the others"},
		{"Took the team from weekly deploys to many a day.", "from weekly deploys to many a day"},
		{"Cut onboarding of a new service from weeks to an afternoon.", "from weeks to an afternoon"},
		{"A rollout over 7 months behind a flag.", "rollout over 7 months behind a flag"},
		{"Shadow-ran the new path for eight weeks before the switch.", "Shadow-ran the new path for eight weeks before the switch"},
		{"The cluster survived the loss of a zone during the sale.", "survived the loss of a zone during the sale"},
		{"Removed our worst race in the seat map.", "Removed our worst race in the seat map"},
		{"Passed two audits with the event log as evidence.", "Passed two audits with the event log as evidence"},

		{"It sells 12K tickets a day and never oversold a crossing.", "never oversold a crossing"},
		{"Ended duplicate shipments with idempotency keys.", "Ended duplicate shipments with idempotency keys"},
		{"Duplicate postings: 31 a month before, none since March.", "none since March"},

		{"Took the team through a year without an incident review board.", ""},
		{"Ability to deliver code with no bugs.", ""},
		{"Zero trust networks and zero-copy reads.", ""},
		{"No experience with PHP.", ""},
		{"I never stop learning.", ""},
		{"Has never missed a deadline.", ""},
		{"Fixed bugs in the checkout.", ""},
		{"Works well without supervision.", ""},
		{"Every developer on my team writes tests.", ""},
		{"Moved to Lisbon for two years.", ""},
		{"Seeking a team with no outages.", ""},
		{"Removed dead code from the monolith.", ""},
		{"From Kyiv to Lisbon.", ""},
		{"I can stop a meeting.", ""},
	} {
		readRows(t, &r, c.text)
		got := ""
		for i := range r.Facts {
			if r.Facts[i].Kind == Outcome {
				if got != "" {
					got += " | "
				}
				got += r.Text(&r.Facts[i])
			}
		}
		if got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
