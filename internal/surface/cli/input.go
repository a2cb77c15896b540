package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/standfirst/standfirst/internal/engine"
	"github.com/standfirst/standfirst/internal/engine/report"
	"github.com/standfirst/standfirst/resume/read"
)

// stdin is the name of standard input, as an argument and in reports.
const stdin = "-"

// document is a file with the summary that was found in it.
type document struct {
	name string
	data []byte
	read.Result
}

// open reads a file, or standard input for "-", and finds its summary.
func (a *app) open(name, section string) (*document, error) {
	data, err := a.bytes(name)
	if err != nil {
		return nil, err
	}
	return understand(name, data, section)
}

func understand(name string, data []byte, section string) (*document, error) {
	shown := name
	if name == stdin {
		shown = ""
	}
	r, err := read.Summary(shown, data, read.Options{Section: section})
	if err != nil {
		return nil, err
	}
	return &document{name: name, data: data, Result: r}, nil
}

// bytes reads a whole file, and no more of it than a résumé can have.
func (a *app) bytes(name string) ([]byte, error) {
	if name == stdin {
		return limited(a.In)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fileError(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fileError(err)
	}
	if info.IsDir() {
		return nil, &read.Error{Code: read.InvalidInput, Message: "this is a folder; standfirst check reads folders, this command reads files"}
	}
	if info.Size() > read.MaxFile {
		return nil, tooLarge(info.Size())
	}
	return limited(f)
}

func limited(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, read.MaxFile+1))
	if err != nil {
		return nil, fileError(err)
	}
	if len(data) > read.MaxFile {
		return nil, tooLarge(0)
	}
	return data, nil
}

func tooLarge(size int64) error {
	has := "more than " + strconv.Itoa(read.MaxFile>>20) + " MB"
	if size > 0 {
		has = strconv.FormatInt((size+(1<<20)-1)>>20, 10) + " MB"
	}
	return &read.Error{Code: read.TooLarge, Message: "the file has " + has + ", and a résumé has at most " + strconv.Itoa(read.MaxFile>>20) +
		"; give the summary alone, or check many texts with --from jsonl"}
}

// fileError says what the operating system means.
func fileError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &read.Error{Code: read.NotFound, Message: "there is no such file"}
	case errors.Is(err, fs.ErrPermission):
		return &read.Error{Code: read.InvalidInput, Message: "it may not be read; look at its permissions"}
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &read.Error{Code: read.InvalidInput, Message: "it cannot be read: " + err.Error()}
}

// input is what the engine is told of a document.
func (d *document) input() engine.Input {
	return engine.Input{Name: shownName(d.name), Kind: d.Kind, Section: d.Section, File: string(d.data)}
}

// shownName is a path as it stands in a report.
func shownName(name string) string {
	if name == stdin {
		return "standard input"
	}
	return filepath.ToSlash(name)
}

// check checks a document.
func (a *app) check(d *document, s *settings) *report.Report {
	return a.engine().Check(d.Source, d.input(), s.options(d.name, d.Suppressions, d.Notes))
}

// readable are the extensions that are taken from folders.
var readable = map[string]bool{".txt": true, ".md": true, ".json": true}

// expand turns arguments into names of files: folders give their files, in the order of their names. Several says whether a report
// is one of many.
func expand(args []string, each func(name string) error) (several bool, err error) {
	several = len(args) > 1
	for _, arg := range args {
		info, statErr := os.Stat(arg)
		if arg == stdin || statErr != nil || !info.IsDir() {
			if err := each(arg); err != nil {
				return several, err
			}
			continue
		}
		several = true
		found := 0
		err := filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				if path == arg {
					return err
				}
				return nil // a folder inside that may not be read has no files for us
			}
			hidden := strings.HasPrefix(d.Name(), ".") && path != arg
			switch {
			case d.IsDir() && (hidden || d.Name() == "node_modules"):
				return fs.SkipDir
			case d.IsDir() || hidden || !readable[strings.ToLower(filepath.Ext(path))]:
				return nil
			}
			found++
			return each(path)
		})
		if err != nil {
			return several, err
		}
		if found == 0 {
			return several, usage(arg + ": there is no .txt, .md or .json file in this folder")
		}
	}
	return several, nil
}
