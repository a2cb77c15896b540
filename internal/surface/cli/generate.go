package cli

//go:generate go test -run TestManual -update .
