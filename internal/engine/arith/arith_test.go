package arith

import (
	"testing"

	"github.com/standfirst/standfirst/internal/engine/fact"
	"github.com/standfirst/standfirst/internal/engine/kb"
)

func read(s string) *fact.Reading {
	var r fact.Reading
	rd := fact.Reader{Base: kb.Default()}
	rd.Read(&r, s, 20261123)
	return &r
}

func TestNotes(t *testing.T) {
	for _, c := range []struct {
		text   string
		says   []string
		agrees []bool
	}{
		{"Cut p99 checkout latency by 38%, from 820ms to 510ms.", []string{"820 ms to 510 ms is a 37.8% cut; the text says 38%"}, []bool{true}},
		{"Cut p99 checkout latency by 60%, from 820ms to 510ms.", []string{"820 ms to 510 ms is a 37.8% cut, but the text says 60%"}, []bool{false}},
		{"Cut cold start from 1.4s to 280ms.", []string{"1.4 s to 280 ms is an 80% cut"}, []bool{true}},
		{"The ingest service handles 12M events a day.", []string{"12M events a day is 139 a second on average"}, []bool{true}},
		{"Kept the ledger API at 99.99% availability.", []string{"99.99% allows 52 min 36 s down a year"}, []bool{true}},
		{"Ran the payments API at five nines.", []string{"99.999% allows 5 min 16 s down a year"}, []bool{true}},
		{"The gateway serves 80M requests a day and peaks at 400 requests a second.", []string{"80M requests a day is 926 a second on average, more than the 400 a second that the text says"}, []bool{false}},
		{"The gateway serves 80M requests a day and peaks at 4,000 requests a second.", []string{"80M requests a day is 926 a second on average, within the 4000 a second that the text says"}, []bool{true}},
		{"Search answers at p50 90 ms and p99 40 ms.", []string{"p50 at 90 ms cannot be more than p99 at 40 ms"}, []bool{false}},
		{"Search answers at p50 9 ms and p99 40 ms.", []string{"p50 at 9 ms ≤ p99 at 40 ms"}, []bool{true}},
		{"I like tea.", nil, nil},
	} {
		notes := Notes(read(c.text))
		if len(notes) != len(c.says) {
			t.Errorf("%s: %d notes, want %d: %v", c.text, len(notes), len(c.says), notes)
			continue
		}
		for i, n := range notes {
			if n.Says != c.says[i] || n.Agrees != c.agrees[i] {
				t.Errorf("%s:\n got %q %v\nwant %q %v", c.text, n.Says, n.Agrees, c.says[i], c.agrees[i])
			}
		}
	}
}

func TestCheckChange(t *testing.T) {
	s := func(v float64) fact.Quantity { return fact.Quantity{Value: v, Unit: "s"} }
	for _, c := range []struct {
		from, to, stated float64
		factor           bool
		agrees           bool
	}{
		{0.82, 0.51, -0.38, false, true},
		{0.82, 0.51, -0.37, false, false},
		{0.82, 0.51, -0.40, false, true}, // rounded to tens
		{0.9, 0.3, -0.70, false, false},
		{1.4, 0.28, -0.8, false, true},
		{3, 2, -0.33, false, true},
		{3, 2, -0.5, false, false}, // 50 % more, not 50 % less
		{410, 190, -0.5, true, true},
		{2, 8, 3, true, true},
		{2, 8, 5, true, false},
		{10, 2, 4, true, true}, // "5x faster"
		{100, 350, 2.5, false, true},
		{100, 350, 3.5, false, false},
	} {
		m := &fact.Measure{HasFrom: true, HasTo: true, HasStated: true, From: s(c.from), To: s(c.to), Stated: c.stated, Factor: c.factor}
		got, ok := CheckChange(m)
		if !ok || got.Agrees != c.agrees {
			t.Errorf("%v to %v stated %v (factor %v): agrees %v, want %v", c.from, c.to, c.stated, c.factor, got.Agrees, c.agrees)
		}
	}
	m := &fact.Measure{HasFrom: true, HasTo: true, HasStated: true, From: fact.Quantity{Value: 0.6, Unit: "ratio"}, To: fact.Quantity{Value: 0.85, Unit: "ratio"}, Stated: 0.25}
	if c, _ := CheckChange(m); !c.Agrees || !c.Points || c.Says(m) != "60% to 85% is 25 percentage points; the text says 25%" {
		t.Errorf("points: %+v %s", c, c.Says(m))
	}
}

func TestAmount(t *testing.T) {
	for _, c := range []struct {
		q    fact.Quantity
		want string
	}{
		{fact.Quantity{Value: 0.819, Unit: "s"}, "819 ms"},
		{fact.Quantity{Value: 0.00045, Unit: "s"}, "450 µs"},
		{fact.Quantity{Value: 90, Unit: "s"}, "90 s"},
		{fact.Quantity{Value: 1560, Unit: "s"}, "26 min"},
		{fact.Quantity{Value: 315.576, Unit: "s"}, "5 min 16 s"},
		{fact.Quantity{Value: 31557.6, Unit: "s"}, "8 h 46 min"},
		{fact.Quantity{Value: 315576, Unit: "s"}, "3 days 16 h"},
		{fact.Quantity{Value: 6312, Unit: "s"}, "1 h 45 min"},
		{fact.Quantity{Value: 11 * 30.4375 * 86400, Unit: "s"}, "11 months"},
		{fact.Quantity{Value: 14 * 86400, Unit: "s"}, "2 weeks"},
		{fact.Quantity{Value: 28000, Unit: "1/s"}, "28,000 a second"},
		{fact.Quantity{Value: 22e6, Unit: "count", Per: "day"}, "22M a day"},
		{fact.Quantity{Value: 400e9, Unit: "USD", Per: "year"}, "$400B a year"},
		{fact.Quantity{Value: 11000, Unit: "USD", Per: "month"}, "$11K a month"},
		{fact.Quantity{Value: 80e9, Unit: "bytes", Per: "day"}, "80 GB a day"},
		{fact.Quantity{Value: 0.9995, Unit: "ratio"}, "99.95%"},
		{fact.Quantity{Low: 8000, High: 10000, Unit: "1/s"}, "8000 to 10,000 a second"},
		{fact.Quantity{Value: 1234567, Unit: "count"}, "1,234,567"},
	} {
		if got := Amount(c.q); got != c.want {
			t.Errorf("%+v: %q, want %q", c.q, got, c.want)
		}
	}
}

func TestImpossible(t *testing.T) {
	if !Impossible(&fact.Measure{HasStated: true, Stated: -1.2, Direction: fact.Down}) || Impossible(&fact.Measure{HasStated: true, Stated: -1}) || Impossible(&fact.Measure{HasStated: true, Stated: 3, Factor: true, Direction: fact.Down}) {
		t.Error("a cut of more than everything")
	}
}

// The checks run on every text, so they must not allocate.
func TestChecksAllocateNothing(t *testing.T) {
	r := read("The gateway serves 80M requests a day, peaks at 4,000 requests a second at p50 9 ms and p99 40 ms, at 99.99% availability, after cutting p99 by 38% from 820 ms to 510 ms.")
	got := testing.AllocsPerRun(20, func() {
		for i := range r.Facts {
			Exceeds(r, i)
			Disordered(r, i)
			TooManyYears(r, i)
			StatedDowntime(r, i)
			if m := measure(r, i); m != nil {
				CheckChange(m)
				Impossible(m)
			}
		}
	})
	if got != 0 {
		t.Errorf("%v allocations", got)
	}
}
