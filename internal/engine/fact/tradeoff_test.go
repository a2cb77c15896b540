package fact

import "testing"

func TestTradeoffs(t *testing.T) {
	var r Reading
	for _, c := range []struct {
		text string
		want string // the fact's words, "" for none
	}{
		// Deliberate.
		{"Deliberately kept one write region for the ledger.", "Deliberately kept one write region for the ledger"},
		{"We deliberately left the cache cold after a deploy.", "We deliberately left the cache cold after a deploy"},
		{"Strong on the debit, eventual on the audit, on purpose.", "Strong on the debit, eventual on the audit, on purpose"},
		{"Retries stay off by choice, because the broker already redelivers.", "Retries stay off by choice, because the broker already redelivers"},
		{"Search is eventually consistent by design.", "Search is eventually consistent by design"},
		{"A deliberate limit: one queue per tenant and no priority lanes.", "deliberate limit"},
		// Exchange.
		{"Doubled write throughput in exchange for a five-second replication lag.", "in exchange for a five-second replication lag"},
		{"Reads never block, at the price of one more copy of each row.", "at the price of one more copy of each row"},
		{"Each purchase takes a lease, which costs one extra read.", "which costs one extra read"},
		{"Holds expire by a sweeper, a design that costs us a round trip per booking.", "that costs us a round trip per booking"},
		{"Traded freshness for origin protection on the price feed.", "Traded freshness for origin protection on the price feed"},
		{"Lower tail latency, paid for with 20% more memory.", "paid for with 20% more memory"},
		{"Documented the trade-off between durability and write latency for each topic.", "trade-off between durability and write latency for each topic"},
		{"A trade of delay for simplicity: one poller, no broker.", "trade of delay for simplicity"},
		// Acceptance.
		{"Cached quotes in Redis, accepting ten-minute staleness on rare routes.", "accepting ten-minute staleness on rare routes"},
		{"We accepted a second write per order to keep the audit log complete.", "accepted a second write per order to keep the audit log complete"},
		{"Moved to at-least-once and live with duplicates in the feed.", "live with duplicates in the feed"},
		{"Gave up cross-region transactions to keep bookings under 40 ms.", "Gave up cross-region transactions to keep bookings under 40 ms"},
		{"We dropped global ordering on the bus and made consumers idempotent instead.", "dropped global ordering on the bus and made consumers idempotent instead"},
		{"Cut p99 to 12 ms by sacrificing read-your-writes on profiles.", "sacrificing read-your-writes on profiles"},
		{"Relaxed isolation on the reporting path to snapshot reads.", "Relaxed isolation on the reporting path to snapshot reads"},
		// Choice over.
		{"Chose a Postgres queue over Kafka for 4K jobs a day.", "Chose a Postgres queue over Kafka for 4K jobs a day"},
		{"I chose polling because the partners' proxies cut WebSockets.", "chose polling because the partners' proxies cut WebSockets"},
		{"Picked per-tenant shards rather than one large cluster.", "Picked per-tenant shards rather than one large cluster"},
		{"Opted for a modular monolith with three databases.", "Opted for a modular monolith with three databases"},
		{"Decided not to shard until the table passed 2 TB.", "Decided not to shard until the table passed 2 TB"},
		{"Preferred a boring batch over streaming, since the books close at night.", "Preferred a boring batch over streaming, since the books close at night"},
		{"Seat holds expire by lease instead of a cron job.", "Seat holds expire by lease instead of a cron job"},
		{"Designed the ledger for correctness over availability.", "correctness over availability"},
		{"Postgres, not DynamoDB, because refunds need joins.", "Postgres, not DynamoDB, because refunds need joins"},
		// Refusal.
		{"Argued against a third cloud and lost, then wrote the exit plan.", "Argued against a third cloud and lost"},
		{"Argued down a rewrite of the pricing engine in favour of an index.", "Argued down a rewrite of the pricing engine in favour of an index"},
		{"Argued the rewrite down with two weeks of profiles.", "Argued the rewrite down with two weeks of profiles"},
		{"Talked two teams out of microservices.", "Talked two teams out of microservices"},
		{"Did not adopt a service mesh; timeouts live in the client.", "Did not adopt a service mesh"},
		{"Said no to a second message broker.", "Said no to a second message broker"},
		{"Decided against multi-region writes after two failover drills.", "Decided against multi-region writes after two failover drills"},
		{"Declined to split the billing service: its transactions are the product.", "Declined to split the billing service"},
		{"Left sharding unbuilt, with the trigger written down.", "Left sharding unbuilt, with the trigger written down"},
		{"Kept the monolith and carved out only the ledger.", "Kept the monolith and carved out only the ledger"},
		{"Kept writes synchronous because a lost debit is worse than a slow one.", "Kept writes synchronous because a lost debit is worse than a slow one"},
		{"Wrote down what we did not build, and why.", "what we did not build, and why"},

		{"Opted for eventual consistency on likes; payments stay serializable.", "Opted for eventual consistency on likes"},
		{"Chose to fail closed when the quota service is down.", "Chose to fail closed when the quota service is down"},
		{"A saga, chosen over two-phase commit.", "chosen over two-phase commit"},
		{"Never adopted a service mesh.", "Never adopted a service mesh"},
		{"Balanced storage cost against read latency.", "Balanced storage cost against read latency"},
		{"Persuaded finance that a fourth nine was not worth $2M a year.", "Persuaded finance that a fourth nine was not worth $2M a year"},

		// None of these is a trade-off of a design.
		{"Individual contributor by choice.", ""},
		{"Chose backend over frontend as a career.", ""},
		{"Decided to move to Berlin in 2021.", ""},
		{"Understands trade-offs.", ""},
		{"Good sense of the trade-offs between SQL and NoSQL databases.", ""},
		{"I prefer Python over Java.", ""},
		{"Traded equities for nine years before software.", ""},
		{"Traded derivatives for a hedge fund.", ""},
		{"Built a trading platform for a bank.", ""},
		{"Accepted into a master's programme.", ""},
		{"The gateway accepts 4K requests a second.", ""},
		{"17 pull requests accepted upstream.", ""},
		{"Retired a cluster that cost $7,400 a month.", ""},
		{"Cut latency without sacrificing throughput.", ""},
		{"I never gave up on the queue migration.", ""},
		{"Gave up law for code.", ""},
		{"Dropped p99 latency from 90 ms to 30 ms.", ""},
		{"Dropped out of college.", ""},
		{"Picked up Go in a month.", ""},
		{"Selected over 300 candidates for the graduate scheme.", ""},
		{"Security by design.", ""},
		{"Customers chose a plan over a contract.", ""},
		{"New permits arrive in under 3 seconds instead of the next morning.", ""},
		{"Argued for more tests.", ""},
		{"Did not finish my degree.", ""},
		{"Kept latency under 50 ms for three years.", ""},
		{"Turned down a job offer from a bank.", ""},
		{"Left the company in 2022.", ""},
		{"Looking for a team that chooses queues over cron.", ""},
		{"Over 10 years of experience with databases.", ""},
		{"Cost over time fell by a third.", ""},
		{"The nightly job tolerates the loss of a node.", ""},
		{"The ledger went live with no downtime.", ""},
		{"Makes trade-offs between speed and quality every day.", ""},
		{"Prefers small teams over large ones.", ""},
		{"Chose a smaller company over a bigger salary.", ""},
		{"Living in Lisbon with my family.", ""},
		{"In return, the team got a day off.", ""},
	} {
		readRows(t, &r, c.text)
		got := ""
		for i := range r.Facts {
			if r.Facts[i].Kind == Tradeoff {
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
