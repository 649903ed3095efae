// Reads YAML as kubectl and Flux do: a line of Base64 documents in, a line of JSON (or "!" and an error) for each out.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"os"
	"strings"

	"sigs.k8s.io/yaml"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	for {
		line, end := in.ReadString('\n')
		for _, document := range strings.Fields(line) {
			result, err := read(document)
			if err != nil {
				result = "!" + strings.ReplaceAll(err.Error(), "\n", " ")
			}
			out.WriteString(result + "\n")
		}
		out.Flush()
		if end != nil {
			return
		}
	}
}

func read(document string) (string, error) {
	text, err := base64.StdEncoding.DecodeString(document)
	if err != nil {
		return "", err
	}
	var value any
	exact := func(decoder *json.Decoder) *json.Decoder {
		decoder.UseNumber()
		return decoder
	}
	if err := yaml.UnmarshalStrict(text, &value, exact); err != nil {
		return "", err
	}
	result, err := json.Marshal(value)
	return string(result), err
}
