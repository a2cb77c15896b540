package engine

// chunk hands out values from one allocation. A report is kept or dropped as a whole, so its small parts may share memory.
type chunk[T any] struct{ free []T }

func (c *chunk[T]) new(v T) *T {
	if len(c.free) == 0 {
		c.free = make([]T, 8)
	}
	p := &c.free[0]
	c.free = c.free[1:]
	*p = v
	return p
}

// list is an empty list with room for n values.
func (c *chunk[T]) list(n int) []T {
	if len(c.free) < n {
		c.free = make([]T, max(n, 8))
	}
	l := c.free[:0:n]
	c.free = c.free[n:]
	return l
}

// expect makes room for n more values at once.
func (c *chunk[T]) expect(n int) {
	if n > len(c.free) {
		c.free = make([]T, n)
	}
}
