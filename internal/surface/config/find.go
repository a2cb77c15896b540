package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// maxFile is far more than any configuration needs.
const maxFile = 1 << 20

// Load reads the named file; with no name, the nearest standfirst.toml in a folder or one above it. Where there is none, the zero
// Config comes back.
func Load(name, dir string) (*Config, error) {
	if name == "" {
		name = Find(dir)
		if name == "" {
			return &Config{}, nil
		}
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &Error{Path: name, Message: "there is no such file; leave --config out to use the nearest " + FileName}
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &Error{Path: name, Message: "this is a folder; name a file"}
	case info.Size() > maxFile:
		return nil, &Error{Path: name, Message: "the file has more than a megabyte, which no configuration needs"}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return Parse(name, data)
}

// Find is the path of the nearest standfirst.toml in a folder or one above it, as short as it can be written, or "".
func Find(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return ""
	}
	for at := abs; ; {
		name := filepath.Join(at, FileName)
		if info, err := os.Stat(name); err == nil && !info.IsDir() {
			if rel, err := filepath.Rel(abs, name); err == nil && len(rel) < len(name) {
				return filepath.Join(dir, rel)
			}
			return name
		}
		up := filepath.Dir(at)
		if up == at {
			return ""
		}
		at = up
	}
}
