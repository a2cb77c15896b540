package fact

import "github.com/standfirst/standfirst/internal/engine/text"

// MeasureKind is what a metric measures, in order of credibility.
type MeasureKind uint8

// The kinds of metric, as in the report.
const (
	Throughput MeasureKind = iota
	Latency
	Volume
	Uptime
	Cost
	Incident
	PercentChange
	Adoption
	DataSize
	Scale
	Other
)

func (k MeasureKind) String() string {
	return [...]string{"throughput", "latency", "volume", "uptime", "cost", "incident", "percent_change", "adoption", "data_size", "scale", "other"}[k]
}

// Quantity is a number in base units: s, 1/s, count, bytes, bytes/s, ratio, x, or a currency's code.
type Quantity struct {
	Value     float64
	Low, High float64 // of a range; both 0 otherwise
	Unit      string
	Per       string // second … year for a volume that keeps its period
}

// Direction says which way a number moved.
type Direction int8

// The directions.
const (
	Down Direction = -1
	Flat Direction = 0
	Up   Direction = 1
)

// Measure is a metric as read: a value, or a change from one value to another, or a relative change alone.
type Measure struct {
	Kind       MeasureKind
	Bound      Bound
	Direction  Direction
	Percentile float64 // 0: none
	HasValue   bool
	HasFrom    bool
	HasTo      bool
	HasStated  bool // Stated holds the relative change that the text gives
	Factor     bool // Stated was given as a factor ("4x", "halved")
	Value      Quantity
	From, To   Quantity
	Stated     float64   // -0.38 for "cut by 38%", 3 for "4x"
	Of         text.Span // what it is of, as it stands in the text
	Noun       text.Span // what is counted
}

// Computed is the relative change that from and to give, and whether there is one.
func (m *Measure) Computed() (float64, bool) {
	if !m.HasFrom || !m.HasTo || m.From.Value == 0 {
		return 0, false
	}
	return m.To.Value/m.From.Value - 1, true
}
