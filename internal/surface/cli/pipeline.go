package cli

import (
	"runtime"
	"sync"
)

// pipeline works on jobs with one worker a core and hands the results over in the order of the jobs. No more than a few jobs a worker
// are under way at any time, so that an endless input needs no more memory than a short one. The first error of produce or consume
// ends it.
func pipeline[J, R any](produce func(emit func(J) bool) error, work func(J) R, consume func(R) error) error {
	type slot struct {
		job  J
		done chan R
	}
	workers := runtime.GOMAXPROCS(0)
	jobs := make(chan slot, workers)
	order := make(chan chan R, 3*workers)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for s := range jobs {
				s.done <- work(s.job)
			}
		})
	}
	var produceErr error
	go func() {
		produceErr = produce(func(j J) bool {
			s := slot{j, make(chan R, 1)}
			select {
			case order <- s.done:
			case <-stop:
				return false
			}
			select {
			case jobs <- s:
				return true
			case <-stop:
				return false
			}
		})
		close(jobs)
		close(order)
	}()
	var err error
	for done := range order {
		if err != nil {
			continue // let the others end
		}
		if err = consume(<-done); err != nil {
			close(stop)
		}
	}
	wg.Wait()
	if err != nil {
		return err
	}
	return produceErr
}
