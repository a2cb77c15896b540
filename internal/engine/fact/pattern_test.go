package fact

import (
	"strings"
	"testing"
)

func TestPatterns(t *testing.T) {
	var r Reading
	for _, c := range []struct{ text, want string }{
		{"Put a transactional outbox between Postgres and Kafka.", "transactional-outbox"},
		{"Order placement is a saga with compensating refunds.", "saga compensating-transaction"},
		{"Exactly-once from Kafka into ClickHouse.", "exactly-once-delivery"},
		{"Webhooks are signed, at-least-once and idempotent.", "webhooks at-least-once-delivery idempotency"},
		{"Event-driven architecture on Kafka for 40 services.", "event-driven-architecture"},
		{"Event-driven services with an outbox table per team.", "event-driven-architecture transactional-outbox"},
		{"Debezium CDC feeds the search index.", "change-data-capture"},
		{"A circuit breaker before each carrier API.", "circuit-breaker"},
		{"Jittered exponential backoff on every client.", "jittered-backoff"},
		{"Postgres advisory locks keep one scheduler running.", "advisory-locks"},

		// Umbrella terms and ordinary words are no patterns.
		{"Event-driven, cloud-native microservices architecture.", ""},
		{"Expert in distributed systems and big data.", ""},
		{"The saga of our office move took a year.", ""},
		{"I have changed jobs exactly once.", ""},
		{"Released at least once a week.", ""},
		{"Wrote a fantasy saga in three volumes.", ""},
		{"Likes gossip and long walks.", ""},
		{"The lease of our office ended.", ""},
		{"An election for the works council.", ""},
		{"Timeout! said the coach.", ""},
		{"Want to work on Raft and sharding next.", ""},
		{"Looking for a team that runs CQRS in production.", ""},
	} {
		readRows(t, &r, c.text)
		var got []string
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Kind == Pattern {
				got = append(got, r.PatternOf(f).ID)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}

// TestPlace checks what the first pattern of a text is placed with, which need is not met, and where it is wrong.
func TestPlace(t *testing.T) {
	var r Reading
	for _, c := range []struct {
		text    string
		placed  string // words of the facts it stands with
		unmet   string // one of the things that would meet the open need
		wrongOn string // the misplaced thing's word
	}{
		{"A transactional outbox from Postgres into RabbitMQ.", "Postgres RabbitMQ", "", ""},
		{"A transactional outbox into RabbitMQ. Postgres 16 underneath.", "Postgres 16 RabbitMQ", "", ""},
		{"A transactional outbox over two tables, read by three consumers.", "", "", ""},
		{"Transactional outbox in every team.", "", "datastore", ""},
		{"A transactional outbox on Oracle.", "Oracle", "broker", ""},
		{"Idempotent producers on Kafka.", "Kafka", "", ""},
		{"Idempotent producers, sagas and CQRS.", "", "broker", ""},
		{"Idempotent producers write to Redis Streams and the queue.", "Redis Streams", "", ""},
		{"Raft for the configuration of the cache fleet.", "", "", ""},
		{"Raft across the cache fleet.", "", "metadata", "cache"},
		{"A Raft-based cache of session data.", "", "metadata", "cache"},
		{"The cache fleet runs on Raft.", "", "metadata", "cache"},
		{"Leader election by Raft for the metadata service.", "", "", ""},
		{"Consistent hashing over 48 cache nodes.", "", "", ""},
		{"Consistent hashing for our REST handlers.", "", "cache", ""},
		{"Exactly-once delivery of e-mails to 2M customers from Kafka.", "Kafka", "", "e"},
		{"Exactly-once delivery from Kafka into Postgres.", "Kafka Postgres", "", ""},
		{"At-most-once delivery for payments over the event bus.", "", "", "payments"},
		{"At-most-once delivery for telemetry, never for payments.", "", "", ""},
		{"A gossip-based ledger on five nodes.", "", "", "ledger"},
		{"Gossip for membership, Raft for the configuration.", "", "", ""},
		{"No gossip for the ledger: the nodes vote.", "", "", ""},
		{"Advisory locks in Postgres guard the month-end job.", "Postgres", "", ""},
		{"Advisory locks around the month-end job.", "", "datastore", ""},
		{"A circuit breaker before the acquirer's API.", "", "", ""},
		{"Single-flight in front of the origin.", "", "", ""},
		{"Two-phase commit across shards.", "", "", ""},
		{"Two-phase commit over webhooks to partners.", "", "datastore", "webhooks"},
		{"CDC from MySQL with Debezium into Kafka.", "MySQL Kafka", "", ""},
		{"Migrated from Oracle to Postgres 16 with an outbox and NATS.", "Postgres 16 NATS", "", ""},
		{"Read replicas for the catalogue database.", "", "", ""},
		{"Go. Rust. Python. A saga over four services. Haskell.", "", "", ""},
	} {
		readRows(t, &r, c.text)
		var f *Fact
		for i := range r.Facts {
			if r.Facts[i].Kind == Pattern {
				f = &r.Facts[i]
				break
			}
		}
		if f == nil {
			t.Errorf("%q: no pattern", c.text)
			continue
		}
		var placed []string
		for _, k := range f.Placed {
			if k > 0 {
				placed = append(placed, r.Text(&r.Facts[k-1]))
			}
		}
		if s := strings.Join(placed, " "); s != c.placed {
			t.Errorf("%q: placed with %q, want %q", c.text, s, c.placed)
		}
		need, open := r.Unmet(f)
		named := !open && c.unmet == ""
		for _, n := range need {
			named = named || r.Base.Things[n.Row].ID == c.unmet
		}
		if !named {
			t.Errorf("%q: unmet %v, want %q", c.text, need, c.unmet)
		}
		at := ""
		if _, i, ok := r.Misplaced(f); ok {
			at = r.w(int(i))
		}
		if at != c.wrongOn {
			t.Errorf("%q: misplaced at %q, want %q", c.text, at, c.wrongOn)
		}
	}
}
