package cli

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/standfirst/standfirst/internal/engine"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, the rubric's and the knowledge base's",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			s := "standfirst " + engine.Version + "\nrubric " + engine.Rubric + "\nknowledge base " + a.engine().AsOf(0).String() + "\n" + runtime.Version()
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, kv := range info.Settings {
					if kv.Key == "vcs.revision" {
						s += "\nrevision " + kv.Value
					}
				}
			}
			_, err := io.WriteString(a.Out, s+"\n")
			return writeError(err)
		},
	}
}

var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completions of a shell",
		Long: `Completion prints a script that completes commands, flags, rules, patterns, technologies and examples.

  bash        source <(standfirst completion bash)
  zsh         standfirst completion zsh > "${fpath[1]}/_standfirst"
  fish        standfirst completion fish > ~/.config/fish/completions/standfirst.fish
  powershell  standfirst completion powershell | Out-String | Invoke-Expression`,
		Args:      exactly(1, "name a shell: bash, zsh, fish or powershell"),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			return writeError(writeCompletion(cmd.Root(), args[0], a.Out))
		},
	}
}

func writeCompletion(root *cobra.Command, shell string, out io.Writer) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(out, true)
	case "zsh":
		return root.GenZshCompletion(out)
	case "fish":
		return root.GenFishCompletion(out, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(out)
	}
	return usage("there are no completions for " + shell + "; take bash, zsh, fish or powershell")
}

func (a *app) manCommand() *cobra.Command {
	folder := ""
	cmd := &cobra.Command{
		Use:   "man",
		Short: "Print the manual page",
		Long:  `Man prints the manual page. With --out it writes the page and the completions of every shell into a folder, for packages.`,
		Example: `  standfirst man | man -l -
  standfirst man --out dist/man`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if folder == "" {
				_, err := io.WriteString(a.Out, Manual(cmd.Root()))
				return writeError(err)
			}
			return writeManual(cmd.Root(), folder)
		},
	}
	cmd.Flags().StringVar(&folder, "out", "", "write the page and the completions into this `folder`")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

func writeManual(root *cobra.Command, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "standfirst.1"), []byte(Manual(root)), 0o644); err != nil {
		return err
	}
	names := map[string]string{"bash": "standfirst.bash", "zsh": "_standfirst", "fish": "standfirst.fish", "powershell": "standfirst.ps1"}
	for _, shell := range shells {
		f, err := os.Create(filepath.Join(folder, names[shell]))
		if err != nil {
			return err
		}
		err = writeCompletion(root, shell, f)
		if e := f.Close(); err == nil {
			err = e
		}
		if err != nil {
			return err
		}
	}
	return nil
}
