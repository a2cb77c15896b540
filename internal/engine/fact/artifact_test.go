package fact

import (
	"strings"
	"testing"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

func TestArtifactsAndPractices(t *testing.T) {
	var r Reading
	for _, c := range []struct{ text, want string }{
		{"Wrote the runbook for the settlement queue.", "runbook"},
		{"Author of 14 ADRs.", "adr"},
		{"My design document was read by six teams.", "design-doc cross-team-work"},
		{"Chair of the API review board; its launch checklist gates every release.", "review-board review-checklist"},
		{"Her post-incident template is used by 18 teams.", "post-incident-template cross-team-work"},
		{"Drafted the SLO framework that 40 services report to.", "slo-framework"},
		{"A retry library adopted by 70 services.", "internal-library"},
		{"Wrote the RFC on event formats and led its review.", "rfc"},
		{"Set the paging policy for nine teams.", "policy cross-team-work"},
		{"The capacity model I wrote called the peak within 6%.", "capacity-model"},
		{"Maintainer of an open-source HL7 parser.", "open-source"},
		{"Incident commander for 23 major outages.", "incident-command incident-response"},
		{"The night shift follows my runbook without calling.", "runbook"},
		{"Weekly on-call since 2023.", "on-call"},
		{"SLOs, runbooks and on-call for nine services.", "slo runbooks on-call"},
		{"Metrics, logs and traces in one place.", "metrics tracing"},
		{"Carried the pager for the ledger for four years.", "on-call"},
		{"Code review within four hours as a rule.", "code-review"},

		// Read or followed, not made; or said of something else; or only wished for.
		{"Followed the architecture decision records of the client.", ""},
		{"Familiar with ADRs and RFCs.", ""},
		{"Knowledge of SLO frameworks.", "slo"},
		{"Worked according to the engineering standards.", ""},
		{"Presented to the architecture review board.", "design-review"},
		{"Implements RFC 7807 error bodies.", ""},
		{"I want a backend team that reviews design documents before code.", ""},
		{"Hoping to join a platform group that owns its service levels.", ""},
		{"Looking for a role with on-call and SLOs.", ""},
		{"On call with clients most mornings.", ""},
		{"Uses the standard library.", ""},
		{"Delivers to a high standard.", ""},
		{"An alert and curious mind.", ""},
		{"Remote patient telemetry devices.", ""},
		{"Proposed to my partner on a mountain.", ""},
	} {
		readRows(t, &r, c.text)
		var got []string
		for i := range r.Facts {
			switch f := &r.Facts[i]; f.Kind {
			case Artifact:
				row := &r.Base.Artifacts[f.Row]
				got = append(got, row.ID)
				if f.Level != row.Level || f.Level == kb.Unknown {
					t.Errorf("%q: level %v of %s", c.text, f.Level, row.ID)
				}
			case Practice:
				got = append(got, r.Base.Practices[f.Row].ID)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}
