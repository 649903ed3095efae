// Builds and writes the objects of a JSON file with CUE's own library, which spares it the tasks of
// its command line: cue-bench <objects.json> <folder>
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/cuecontext"
	"cuelang.org/go/encoding/json"
	"cuelang.org/go/encoding/yaml"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func run(input, folder string) error {
	var value cue.Value
	if err := timed("build", func() (err error) {
		value, err = build(input)
		return err
	}); err != nil {
		return err
	}
	return timed("write", func() error { return write(value, folder) })
}

func build(input string) (cue.Value, error) {
	text, err := os.ReadFile(input)
	if err != nil {
		return cue.Value{}, err
	}
	expression, err := json.Extract(input, text)
	if err != nil {
		return cue.Value{}, err
	}
	value := cuecontext.New().BuildExpr(expression)
	return value, value.Validate(cue.Concrete(true))
}

func write(value cue.Value, folder string) error {
	items, err := value.List()
	if err != nil {
		return err
	}
	for items.Next() {
		file, err := items.Value().LookupPath(cue.ParsePath("file")).String()
		if err != nil {
			return err
		}
		text, err := yaml.Encode(items.Value().LookupPath(cue.ParsePath("object")))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, file), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func timed(stage string, work func() error) error {
	start := time.Now()
	err := work()
	fmt.Printf("%-10s %d ms\n", stage, time.Since(start).Milliseconds())
	return err
}
