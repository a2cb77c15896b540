// Command standfirst checks the summary of a backend developer's résumé. See standfirst --help.
package main

import (
	"os"

	"github.com/standfirst/standfirst/internal/surface/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], cli.Host())) }
