package fact

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/standfirst/standfirst/internal/engine/kb"
)

// metricsOf writes the metrics of a text as the table below does: kind, value, direction, percentile, of and noun.
func metricsOf(r *Reading) string {
	var out []string
	for i := range r.Facts {
		f := &r.Facts[i]
		if f.Kind != Metric {
			continue
		}
		m := &r.Metric[f.Metric]
		s := m.Kind.String()
		if m.HasFrom || m.HasTo {
			s += " "
			if m.HasFrom {
				s += amountText(m.From)
			}
			s += "→"
			if m.HasTo {
				s += amountText(m.To)
			}
		}
		if m.HasValue {
			s += " " + amountText(m.Value)
		}
		if m.HasStated {
			s += " by " + strconv.FormatFloat(m.Stated, 'g', 3, 64)
		}
		if m.Bound != Exact {
			s += " " + m.Bound.String()
		}
		if m.Percentile > 0 {
			s += " p" + strconv.FormatFloat(m.Percentile, 'g', -1, 64)
		}
		if m.Direction != Flat {
			s += [...]string{" down", "", " up"}[m.Direction+1]
		}
		if !m.Of.Empty() {
			s += " of " + r.Doc.Text[m.Of.Start:m.Of.End]
		}
		if !m.Noun.Empty() {
			s += " noun " + r.Doc.Text[m.Noun.Start:m.Noun.End]
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func amountText(q Quantity) string {
	s := strconv.FormatFloat(q.Value, 'g', 6, 64)
	if q.High != 0 {
		s = strconv.FormatFloat(q.Low, 'g', 6, 64) + "–" + strconv.FormatFloat(q.High, 'g', 6, 64)
	}
	s += " " + q.Unit
	if q.Per != "" {
		s += "/" + q.Per
	}
	return s
}

// TestMetrics holds one sentence a form: what the metric reader makes of it, and of what only looks like a metric.
func TestMetrics(t *testing.T) {
	rd := Reader{Base: kb.Default()}
	var r Reading
	for _, c := range []struct{ text, want string }{
		{"The rating service handles 18K RPS on four nodes.", "throughput 18000 1/s of rating service; scale 4 count noun nodes"},
		{"Our geofence API takes 9,400 requests per second.", "throughput 9400 1/s of geofence API noun requests"},
		{"I run a matcher that processes 2.5M ticks a second.", "throughput 2.5e+06 1/s of matcher noun ticks"},
		{"Pushed the settlement gateway from 3K to 21K TPS.", "throughput 3000 1/s→21000 1/s up of settlement gateway"},
		{"Quote engine at 70K QPS.", "throughput 70000 1/s of Quote engine"},
		{"Stream processor for 600 thousand events per minute.", "throughput 10000 1/s of Stream processor noun events"},
		{"Raised ingest throughput of the audit log by 80%.", "throughput by 0.8 up of audit log"},
		{"The broker sustains 1.2 GB/s.", "throughput 1.2e+09 bytes/s of broker"},
		{"Doubled the throughput of the invoice queue.", "throughput by 1 up of invoice queue"},
		{"Got 3x throughput out of the label service.", "throughput by 2 up of label service"},
		{"The dispatcher answers at p95 of 24 ms.", "latency 0.024 s p95 of dispatcher"},
		{"Held p99 under 90 ms on fare search.", "latency 0.09 s under p99 of fare search"},
		{"Cut p95 checkout latency from 640 ms to 210 ms.", "latency 0.64 s→0.21 s p95 down of checkout"},
		{"p50 of 4 ms and p99 of 31 ms on session reads.", "latency 0.004 s p50 of session reads; latency 0.031 s p99 of session reads"},
		{"Median latency of 12 ms for token checks.", "latency 0.012 s p50 of token checks"},
		{"Took p99.9 of the pricing API from 2.1 s to 300 ms.", "latency 2.1 s→0.3 s p99.9 down of pricing API"},
		{"Cold starts fell from 5 s to 800 ms.", "latency 5 s→0.8 s down of Cold starts"},
		{"Replica lag: 40 s before, 2 s after.", "latency 40 s→2 s down of Replica"},
		{"Deploy time went from 35 min to 6 min.", "latency 2100 s→360 s down of Deploy"},
		{"Nightly import in 14 minutes.", "latency 840 s of Nightly import"},
		{"Failover of the broker takes 9 s.", "latency 9 s of Failover of the broker"},
		{"Cut build time by 45%.", "latency by -0.45 down of build"},
		{"Made invoice rendering 5x faster.", "latency by -0.8 down of invoice rendering"},
		{"Shaved 200 ms off the login flow.", "latency 0.2 s down of login flow"},
		{"Page renders at 38 ms (was 410 ms).", "latency 0.41 s→0.038 s down of Page renders"},
		{"The import that took six hours finishes in 20 minutes.", "latency 21600 s→1200 s down of import"},
		{"Reduced restore time by a factor of four.", "latency by -0.75 down of restore"},
		{"Search latency down 60%.", "latency by -0.6 down of Search"},
		{"A 35% reduction in p99 latency on the cart API.", "latency by -0.35 down of cart API"},
		{"Sub-20 ms lookups for the fraud models.", "latency 0.02 s under of lookups"},
		{"99% of quotes return under 150 ms.", "latency 0.15 s under p99 of quotes"},
		{"The ledger settles 3M transfers a day.", "volume 3e+06 count/day noun transfers"},
		{"Behind 400K+ daily orders.", "volume 400000 count/day at_least noun orders"},
		{"1.8 billion events a year pass through the hub.", "volume 1.8e+09 count/year noun events"},
		{"Handled 12M bookings per month.", "volume 1.2e+07 count/month noun bookings"},
		{"Moves $2.4B a year.", "volume 2.4e+09 USD/year"},
		{"Settles €900K a day in tips.", "volume 900000 EUR/day of tips"},
		{"Processed 30 TB of logs a day.", "volume 3e+13 bytes/day of logs"},
		{"Annually, 12 million permits go through the service.", "volume 1.2e+07 count/year noun permits"},
		{"Invoices: 90K a week.", "volume 90000 count/week noun Invoices"},
		{"Traffic tripled in a year.", "volume by 2 up of Traffic"},
		{"Order volume grew fivefold.", "volume by 4 up of Order"},
		{"Up from 2M to 11M parcels a month.", "volume 2e+06 count/month→1.1e+07 count/month up noun parcels"},
		{"99.98% availability for the toll API.", "uptime 0.9998 ratio of toll API"},
		{"Kept the switchboard at four nines.", "uptime 0.9999 ratio of switchboard"},
		{"Uptime of the booking core rose from 99.9% to 99.99%.", "uptime 0.999 ratio→0.9999 ratio up of booking core"},
		{"Five-nines dispatch backend.", "uptime 0.99999 ratio of dispatch backend"},
		{"Less than 12 minutes of downtime a year.", "uptime 720 s/year under"},
		{"Cut downtime from 6 hours to 25 minutes.", "uptime 21600 s→1500 s down"},
		{"Hold a 99.95% SLO on the payout API.", "uptime 0.9995 ratio of payout API"},
		{"Cut the GCP bill from $40K to $22K a month.", "cost 40000 USD/month→22000 USD/month down of GCP"},
		{"Saved $310K a year on licences.", "cost 310000 USD/year down of licences"},
		{"Reduced storage cost by 37%.", "cost by -0.37 down of storage"},
		{"Halved the cost of log retention.", "cost by -0.5 down of log retention"},
		{"Took £8K a month off the tracing bill.", "cost 8000 GBP/month down of tracing"},
		{"Brought cloud spend down by a third.", "cost by -0.333 down of cloud"},
		{"Replaced the vendor for a fifth of the price.", "cost by -0.8 down"},
		{"$1.1M saved by dropping idle clusters.", "cost 1.1e+06 USD down"},
		{"Cut pages from 22 a week to 3.", "incident 22 count/week→3 count/week down noun pages"},
		{"Pages per month: 30 before, 4 after.", "incident 30 count/month→4 count/month down noun Pages"},
		{"Sev-1s fell from 9 a quarter to 1.", "incident 9 count/quarter→1 count/quarter down noun Sev-1s"},
		{"Zero duplicate payouts since the outbox.", "incident 0 count noun duplicate payouts"},
		{"Duplicate emails dropped by 96%.", "incident by -0.96 down noun Duplicate emails"},
		{"Failed imports went from 4% to 0.2%.", "incident 0.04 ratio→0.002 ratio down of Failed imports"},
		{"Alerts down 70%.", "incident by -0.7 down noun Alerts"},
		{"Twice fewer rollbacks after canaries.", "incident by -0.5 down noun rollbacks"},
		{"Eliminated about 150 double charges a month.", "incident 150 count/month about down noun double charges"},
		{"Dropped messages: from 1 in 5,000 to 0.", "incident 0.0002 ratio→0 ratio down of Dropped messages"},
		{"Cut support tickets by half.", "incident by -0.5 down noun support tickets"},
		{"Error rate down from 1.9% to 0.1%.", "other 0.019 ratio→0.001 ratio down of Error"},
		{"Refund disputes halved.", "incident by -0.5 down noun Refund disputes"},
		{"An SDK that 23 teams adopted.", "adoption 23 count noun teams"},
		{"Grew the app from 300 to 14,000 users.", "adoption 300 count→14000 count up noun users"},
		{"In daily use at 60 depots and 12 hospitals.", "adoption 60 count noun depots; adoption 12 count noun hospitals"},
		{"Chat API for 70K MAU.", "adoption 70000 count noun MAU"},
		{"Twelve squads build on the template.", "adoption 12 count noun squads"},
		{"Tenants grew from 40 to 310.", "adoption 40 count→310 count up noun Tenants"},
		{"Index over 80M products.", "data_size 8e+07 count noun products"},
		{"Partitioned a 5 TB ledger table.", "data_size 5e+12 bytes of ledger table"},
		{"Migrated 900M rows without a lock.", "data_size 9e+08 count noun rows"},
		{"4 PB of imagery in object storage.", "data_size 4e+15 bytes of imagery"},
		{"Cache of 200 GB.", "data_size 2e+11 bytes of Cache"},
		{"Cut the events table from 3 TB to 700 GB.", "data_size 3e+12 bytes→7e+11 bytes down of events table"},
		{"A graph of 2B edges.", "data_size 2e+09 count noun edges"},
		{"Ran 19 Kafka clusters in four regions.", "scale 19 count noun Kafka clusters; scale 4 count noun regions"},
		{"Split a monolith into eleven services.", "scale 11 count noun services"},
		{"Moved 64 services to gRPC.", "scale 64 count noun services"},
		{"Grew the topic from 8 to 96 partitions.", "scale 8 count→96 count up noun partitions"},
		{"Cut the number of services from 40 to 12.", "scale 40 count→12 count down noun services"},
		{"Merged six queues into one.", "scale 6 count→1 count down noun queues"},
		{"Reduced pod count by 40%.", "scale by -0.4 down noun pod"},
		{"From one region to three.", "scale 1 count→3 count up noun region"},
		{"A 12-node etcd.", "scale 12 count noun node"},
		{"CPU use fell by 30%.", "percent_change by -0.3 down of CPU"},
		{"Memory per worker is 80 MB, down from 410 MB.", "other 4.1e+08 bytes→8e+07 bytes down of Memory"},
		{"Cut memory by a quarter.", "percent_change by -0.25 down of memory"},
		{"Test coverage of the parser grew from 35% to 82%.", "other 0.35 ratio→0.82 ratio up of parser"},
		{"Cache hit ratio from 55% to 92%.", "other 0.55 ratio→0.92 ratio up of Cache hit"},
		{"Deploys went from 3 a month to 9 a day.", "other 3 count/month→9 count/day up noun Deploys"},
		{"Image size: 1.1 GB to 140 MB.", "other 1.1e+09 bytes→1.4e+08 bytes down of Image"},
		{"Made the client library 60% smaller.", "percent_change by -0.6 down of client library"},
		{"Half the machines, twice the throughput.", "scale by -0.5 down noun machines; throughput by 1 up"},
		{"Index builds cost half as much.", "cost by -0.5 down of Index builds"},
		{"The feed API runs at 22K RPS with p99 under 40 ms across three regions.", "throughput 22000 1/s of feed API; latency 0.04 s under p99 of feed API; scale 3 count noun regions"},
		{"Gateway at 31K req/s, p99 below 50 ms and 99.99% uptime.", "throughput 31000 1/s of Gateway noun req; latency 0.05 s under p99 of Gateway; uptime 0.9999 ratio of Gateway"},
		{"Cut p99 from 900 ms to 120 ms (87% less) on the map API.", "latency 0.9 s→0.12 s by -0.87 p99 down of map API"},
		{"1.4s to 280ms on cold reads.", "latency 1.4 s→0.28 s down of cold reads"},
		{"820ms → 510ms at p99 for the seat map.", "latency 0.82 s→0.51 s p99 down of seat map"},
		{"Consumer lag fell from 20 min to under 30 s.", "latency 1200 s→30 s under down of Consumer"},
		{"Spot nodes cut the batch bill by 55%.", "cost by -0.55 down of batch"},
		{"Requests per second climbed past 40,000.", "throughput →40000 1/s at_least up noun Requests"},
		{"Roughly 8–10K orders a day.", "volume 8000–10000 count/day about noun orders"},
		{"Between 3 and 4 million scans a week.", "volume 3e+06–4e+06 count/week noun scans"},
		{"Nearly tripled search throughput.", "throughput by 2 about up of search"},
		{"More than halved the p99 of bid requests.", "latency by -0.5 at_least down of bid requests"},
		{"Upwards of 50 services.", "scale 50 count at_least noun services"},
		{"No more than 2 s of replication lag.", "latency 2 s at_most"},
		{"Ten years of Java, five of them on Kafka.", ""},
		{"Worked in a team of 12 engineers.", ""},
		{"Moved to Java 21 and Spring Boot 3.4 in 2024.", ""},
		{"Passed ISO 27001 and SOC 2 audits.", ""},
		{"Fixed N+1 queries in the admin.", ""},
		{"Mentored 6 engineers.", ""},
		{"In fourteen months we replaced the core.", ""},
		{"A 5 s timeout and three retries per call.", ""},
		{"Available 24/7 since 2019.", ""},
		{"Won second place of 40 teams at a 48-hour hackathon.", ""},
		{"A 40% latency reduction on the quote path.", "latency by -0.4 down of quote path"},
		{"Cut API cost by 22% and p95 by 15%.", "cost by -0.22 down of API; latency by -0.15 p95 down"},
		{"The import that needed three hours ends in 12 minutes.", "latency 10800 s→720 s down of import"},
		{"Teller API (Go, Postgres): 5,200 RPS, p99 41 ms.", "throughput 5200 1/s of Teller API; latency 0.041 s p99 of Teller API"},
		{"Tuned indexes, which took report loads from 12 s to 900 ms.", "latency 12 s→0.9 s down of report loads"},
		{"I built the tariff API, which serves 14K RPS.", "throughput 14000 1/s of tariff API"},
		{"Owner of a billing pipeline that ingests 9M usage rows an hour.", "throughput 2500 1/s of billing pipeline noun usage rows"},
		{"Shipped a Go proxy that cut p99 by 40%.", "latency by -0.4 p99 down of Go proxy"},
		{"Each node handles 6,000 connections.", "scale 6000 count noun connections"},
		{"The scheduler now fires 2M jobs a night.", "volume 2e+06 count/day noun jobs"},
		{"Moved invoice search to OpenSearch and lowered its p95 from 2 s to 180 ms.", "latency 2 s→0.18 s p95 down"},
		{"Rewrote the export path; it now finishes in 4 minutes.", "latency 240 s"},
		{"Backend engineer on the seat map of an airline, which answers 8K queries per second.", "throughput 8000 1/s of seat map noun queries"},
		{"Reads on the profile table dropped from 30 ms to 4 ms.", "latency 0.03 s→0.004 s down of Reads on the profile table"},
		{"Cost per order fell from $0.08 to $0.03.", "cost 0.08 USD→0.03 USD down"},
		{"Kafka consumers lag less than 5 s behind.", "latency 5 s under of Kafka consumers"},
		{"Grew test coverage from 40% to 85%.", "other 0.4 ratio→0.85 ratio up of test"},
		{"Search traffic grew 4x while the bill fell 20%.", "volume by 3 up of Search traffic; cost by -0.2 down"},
		{"Onboarding of a merchant went from two weeks to one day.", "latency 1.2096e+06 s→86400 s down of Onboarding of a merchant"},
		{"On-call pages went from 60 a month to 8 after we deleted noisy alerts.", "incident 60 count/month→8 count/month down noun On-call pages"},
		{"Lost updates per day: 14 → 0.", "incident 14 count/day→0 count/day down noun Lost updates"},
		{"CPU down 35% and memory down 50% on the router.", "percent_change by -0.35 down of CPU; percent_change by -0.5 down of memory"},
		{"The p99 of seat holds is 70 ms.", "latency 0.07 s p99 of seat holds"},
		{"Authored the retry policy that 31 services follow.", "adoption 31 count noun services"},
		{"Event store with 7 billion events and 40 TB of snapshots.", "data_size 7e+09 count noun events; data_size 4e+13 bytes of snapshots"},
		{"Reduced the number of incidents by 70%.", "incident by -0.7 down noun incidents"},
		{"Cut AWS egress by $15K a month.", "cost 15000 USD/month down of AWS egress"},
		{"Rolled out a cache that absorbs 85% of reads.", "other 0.85 ratio of reads"},
		{"Batch window shrank from 5 hours to 50 minutes.", "latency 18000 s→3000 s down of Batch window"},
		{"Twenty-five thousand sensors report to the hub.", "scale 25000 count noun sensors"},
		{"A queue that drains 30K messages/s and holds 12M more.", "throughput 30000 1/s of queue noun messages"},
		{"Tail latency of the ad server fell by half.", "latency by -0.5 down of ad server"},
	} {
		rd.Read(&r, c.text, asOfTests)
		if got := metricsOf(&r); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// FuzzMetrics: no input panics, and every span stands on character boundaries.
func FuzzMetrics(f *testing.F) {
	for _, s := range []string{"Cut p99 from 820ms → 510ms (38% less) on the quote path.", "5.000.000 a day, 1 in 20,000 to 0", "half a, twice the, a third of the", "— −5% +120 % of", "• 28K\xff RPS é of of of", "from to from 3 to"} {
		f.Add(s)
	}
	rd := Reader{Base: kb.Default()}
	var r Reading
	f.Fuzz(func(t *testing.T, s string) {
		rd.Read(&r, s, asOfTests)
		for i := range r.Facts {
			if r.Facts[i].Kind != Metric {
				continue
			}
			m := &r.Metric[r.Facts[i].Metric]
			for _, sp := range [...][2]int{{r.Facts[i].Span.Start, r.Facts[i].Span.End}, {m.Of.Start, m.Of.End}, {m.Noun.Start, m.Noun.End}} {
				if sp[0] < 0 || sp[1] < sp[0] || sp[1] > len(s) || sp[0] < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[sp[0]]) || sp[1] < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[sp[1]]) {
					t.Fatalf("%q: span %v", s, sp)
				}
			}
		}
	})
}

func BenchmarkMetrics(b *testing.B) {
	s := "Senior engineer, nine years, mostly Go. I run the metering pipeline of a cloud provider: 2.3M events a second from 14 regions into ClickHouse, late by less than 30 s at p99.9, and every invoice reproducible from the log. We dropped exactly-once in the collectors and made the aggregation idempotent instead, which halved the fleet (from 410 to 190 machines) and the pager load. Cut p95 of the invoice API from 1.4 s to 280 ms. Author of the error-budget policy that the billing group has used since 2024. Looking for work on systems where being wrong costs money."
	rd := Reader{Base: kb.Default()}
	var r Reading
	rd.Read(&r, s, asOfTests)
	b.ReportAllocs()
	for b.Loop() {
		r.Facts, r.Metric, r.amounts = r.Facts[:0], r.Metric[:0], r.amounts[:0]
		for i := range r.owner {
			if r.claimed(i, Metric) {
				r.owner[i] = 0
			}
		}
		r.readAmounts()
		r.readParts()
		r.measures()
	}
}
