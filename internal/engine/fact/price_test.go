package fact

import "testing"

// TestPrices reads what a gain cost: each line either names a price, in whatever words, or none.
func TestPrices(t *testing.T) {
	var r Reading
	for _, c := range []struct {
		text string
		want bool
	}{
		// Something got worse beside the gain.
		{"Read p99 fell from 80 to 12 ms; the nightly export became slower.", true},
		{"Cut the image to 40 MB, and the first build of the day takes longer.", true},
		{"Uploads went from 3 s to 700 ms, but thumbnails arrive 20 s later.", true},
		{"Ingest rose to 90K events a second. Compaction is heavier now, and we size disks for it.", true},
		{"Halved the quote latency, although a cold start takes longer.", true},
		{"Query time fell from 4 s to 300 ms even though inserts are slower by a third.", true},
		{"Ad-hoc filters are slower, but the dashboard loads in 400 ms.", false}, // the price before the gain is read as a problem
		{"p95 from 700 to 90 ms; the results are less fresh, by ten minutes.", true},
		{"Cut storage by 60% with coarser metrics after a month.", true},
		{"Denormalising the feed took reads to 8 ms and made edits slow.", true},
		{"Startup went from 50 s to 6 s; lazy loading leaves the first request slower.", true},
		{"Lookups fell from 30 ms to 2 ms. The replica makes stock counts up to 20 s old.", true},
		// It may fail a little.
		{"Checks run at p95 12 ms; a revoked badge may be 30 seconds behind.", true},
		{"Counters take 200K writes a second and may drift by 0.1%.", true},
		{"2M reads a minute from edge caches. Prices can be up to 60 s old.", true},
		{"Doubled write throughput; a crash may lose the last 200 ms of writes.", true},
		{"Sync takes 3 s on 90K tills, and a receipt may arrive twice.", true},
		{"Recovery fell to 8 s. A restart replays up to 2,000 events.", true},
		{"80K messages a second; at most a few hundred are redelivered on failover.", true},
		// It waits.
		{"Payouts close in 40 minutes, so disputed ones wait until the next run.", true},
		{"Search answers in 90 ms; new listings now wait for the hourly merge.", true},
		// It uses up.
		{"p99 fell from 210 to 45 ms; the extra index eats 12% of the disk.", true},
		{"Lost packets fell to 0.01%: duplicate sends that burn a fifth of the bandwidth, as planned, needs twice the memory.", true},
		{"99.99% for three years; the standby doubles our bill.", true},
		{"Cut fraud by 31%. The second check adds 40 ms to every payment.", true},
		{"Reads fell to 3 ms, and each write needs one more copy.", true},
		{"Raised throughput 3x with 40% more memory.", true},
		{"Cut tail latency to 14 ms at a cost of 9% CPU.", true},
		{"Errors fell to 0.02%; the checksum costs each write 2 ms.", true},
		// It is not given.
		{"300K events a second; order across tenants is not guaranteed.", true},
		{"Booking takes 80 ms, with no joins across regions.", true},
		{"Moved to 64 shards at 50K writes a second, without transactions across them.", true},
		{"Builds take 4 minutes; teams lost the ability to pin their own compilers.", true},
		{"p99 of 20 ms on ten years of data. Dropped free-text filters to get there.", true},
		{"40K searches a second; the index covers only the last 90 days.", true},
		{"Saved $300K a year on queues, which ties us to one vendor.", true},
		{"Double reads are tolerated in reports and refused in billing, and stale reads forbidden in both; allowed in search.", true},
		{"Serves 20K checkouts a minute: strict for money, eventual for badges.", true},
		// It was agreed to.
		{"Login takes 70 ms; log-out may take up to five minutes, and the security lead signed that.", true},
		{"Builds fell to 5 minutes. Flaky suites wait longer, and all team leads agreed to that.", true},
		{"Reads fell to 9 ms for a stale minute; the trade desk approved it.", true},
		{"Writes rose to 70K a second, and recovery takes longer. We weighed it for two months.", true},
		{"Weighed index size against recall for the archive.", true},
		{"p95 fell to 30 ms; the extra replica is worth it.", true},
		{"Cut costs by 40%. Reports lag by an hour; I drew the line at invoices.", true},
		{"A second ledger that we gladly pay for keeps loss at zero.", true},
		{"Throughput rose to 9K RPS. The price: a restart takes a minute longer.", true},
		{"Reads at 4 ms. The catch: one writer per region.", true},
		{"Cut p99 to 20 ms; slower deploys are the price.", true},
		{"Retries fell 70% after a deliberate pause of 50 ms between attempts.", true},
		{"Export time fell to 20 s. Exact totals were sacrificed.", true},
		{"p95 of 40 ms, traded for a larger index.", true},
		{"Took a 5% hit on writes for reads at 2 ms.", true},
		// It was turned down, or chosen so.
		{"p99 fell to 50 ms. A bigger cache would have gained more; I ruled it out because nobody could invalidate it.", true},
		{"The vendor's queue was faster, and I rejected it because replay was missing.", true},
		{"The gateway sheds load rather than queue it: p99 of 60 ms at peak.", true},
		{"Tills show cached prices rather than fail.", true},
		{"Five nodes, chosen so that two can fail: 99.99%.", true},

		// Praise, plain results, problems and limits have no price.
		{"Cut p99 from 900 to 90 ms and doubled throughput.", false},
		{"Search got slower with each release until I cut it from 4 s to 600 ms.", false},
		{"Fixed the query that made reports slow: 40 s to 2 s.", false},
		{"Cut the nightly run from 7 h to 50 minutes; nobody waits longer than a minute now.", false},
		{"Refunds no longer wait for the batch, 2 days to 10 minutes.", false},
		{"Cut the export to 20 s. Customers had complained that it got slower.", false},
		{"Pages fell from 40 to 6 because slower disks were replaced.", false},
		{"Handled 30% more traffic with the same hardware at p95 90 ms.", false},
		{"Kept p99 at 80 ms despite higher traffic.", false},
		{"Kept p99 at 80 ms even though orders doubled.", false},
		{"Throughput doubled and storage cost fell by a third.", false},
		{"99.95% SLO, at most 20 s of lag, 4K RPS.", false},
		{"Wait time fell from 9 to 2 minutes.", false},
		{"4K RPS with no lost orders and no downtime.", false},
		{"Serves 9K RPS without locks.", false},
		{"Latency fell to 40 ms. Delivery is guaranteed.", false},
		{"p99 of 30 ms. Open to a role with longer projects.", false},
		{"6K RPS. I may relocate in May.", false},
		{"6K RPS. Two years later I became a lead.", false},
		{"12K orders a minute. The board approved the design and we shipped it.", false},
		{"12K orders a minute. I signed the contract that year.", false},
		{"Saved $90K a year. Was offered a lead role and turned it down because I like code.", false},
		{"Cut costs by 40%. I defended my thesis on queues.", false},
		{"Cut build time to 5 minutes, which made releases easier.", false},
		{"Cut the bill by 60%: $400 a month, down from $1,000.", false},
		{"Made double bookings impossible; 19K homes, updates in 5 s.", false},
		{"Prices are 20 s old where they were a day old.", false},
		{"p95 of 20 ms; each incident costs less than an hour.", false},
		{"Cut p99 to 9 ms. There I also run the on-call rota.", false},
		{"Doubled sales and tripled traffic at 99.9%.", false},
		{"Alerts when replication lag gets worse; pages down from 9 to 2.", false},
		{"p99 of 30 ms. I learn more from harder problems.", false},
		{"1M users. The trip was worth it for the people.", false},
		{"p99 of 30 ms; I work only in Go.", false},
		{"12K RPS. Only the last year was remote.", false},
		{"Added 40 nodes and raised throughput to 90K RPS.", false},
		{"Built 3 services with more than 40K RPS and mentored two juniors.", false},
	} {
		readRows(t, &r, c.text)
		got := ""
		for i := range r.Facts {
			if r.Facts[i].Kind == Tradeoff {
				got += "<" + r.Text(&r.Facts[i]) + "> "
			}
		}
		if (got != "") != c.want {
			t.Errorf("%q: got %q, want a price: %v", c.text, got, c.want)
		}
	}
}
