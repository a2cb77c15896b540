package main

import (
	"runtime"
	"time"
)

const (
	rounds = 9
	span   = 60 * time.Millisecond // of a round
)

// sample is what one operation takes.
type sample struct {
	ns     float64 // the best round
	ratio  float64 // to the calibration loop, the best of rounds measured next to each other
	allocs float64
}

// measure runs f, which does n operations, for some rounds. Other work on the machine only ever adds time, so the best round
// is the true one.
func measure(n int, f func()) sample {
	f() // grow what is pooled
	calls := 1
	for start := time.Now(); ; {
		f()
		if d := time.Since(start); d > span/4 || calls > 1<<16 {
			calls = max(1, int(float64(calls)*float64(span)/float64(d+1)))
			break
		}
		calls++
	}
	s := sample{ns: 1e18}
	calibration := 1e18
	for range rounds {
		calibration = min(calibration, calibrate())
		start := time.Now()
		for range calls {
			f()
		}
		s.ns = min(s.ns, float64(time.Since(start))/float64(calls*n))
	}
	s.ratio = s.ns / calibration
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	const counted = 5
	for range counted {
		f()
	}
	runtime.ReadMemStats(&after)
	s.allocs = float64(after.Mallocs-before.Mallocs) / float64(counted*n)
	return s
}

// sink keeps the calibration from being optimised away.
var sink uint32 //nolint:unused // written on purpose and never read

// calibrate is the time, in nanoseconds a byte, of a loop that does what reading does most: load a byte, look it up in a
// table, mix it into a hash, and branch on it.
func calibrate() float64 {
	var table [256]uint32
	for i := range table {
		table[i] = uint32(i) * 2654435761
	}
	var text [4096]byte
	for i := range text {
		text[i] = byte(i*i>>3) | 1
	}
	const passes = 400
	start := time.Now()
	h := uint32(2166136261)
	for range passes {
		for _, c := range text {
			if v := table[c]; v&64 != 0 {
				h = (h ^ v) * 16777619
			} else {
				h ^= uint32(c)
			}
		}
	}
	sink += h
	return float64(time.Since(start)) / (passes * float64(len(text)))
}
